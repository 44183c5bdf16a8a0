import type { Diagnostic } from '../../../diagnostic/diagnostic.ts'
import type { Table } from '../../../model/nodes.ts'
import { fits, pt, type Pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import type { Mark, Slug } from '../galley.ts'
import { measureOf } from '../notes.ts'
import { heightOf, join } from '../slugs.ts'
import { CAPITALS } from '../white.ts'
import { fitColumns, type Fit } from './fit-columns.ts'
import { tableParts, type TableParts } from './table-parts.ts'

/** Fewer columns are not turned to spare words that can be cut. */
const MANY = 4
/** The notes of a page take no more of it than this share; what is over goes on overleaf. */
const MOST_NOTES = 1 / 2
/** Times that a table is set anew because its notes left it less room. */
const TRIES = 3

/**
 * A table on its side, on pages of its own, for one whose words do not fit upright beside one another
 * even in the smallest type: its head is at the left of the page, so that the book is turned the same
 * way for every table, and its notes stand at the foot of the page, upright as all notes. `upright`
 * is how it would fit otherwise. Undefined where turning it is no help.
 */
export function turnedTable(
  composer: Composer,
  node: Table,
  place: Place,
  upright: Fit,
): readonly Slug[] | undefined {
  if (upright.fault === 1 && node.head.cells.length < MANY) return undefined
  const depth = measureOf(composer)
  const { grid, column, template } = composer
  // The end of the lines is at the tops of the letters of a page's first line.
  const whole = column - grid + CAPITALS * template.styles.body.size
  let notes = 0
  for (let tried = 0; tried < TRIES; tried++) {
    const findings: Diagnostic[] = []
    const quiet = {
      ...composer,
      report: (finding: Diagnostic): void => void findings.push(finding),
    }
    const on = { ...place, left: pt(0), measure: pt(whole - notes) }
    const fit = fitColumns(composer, node, on)
    if (fit.fault >= upright.fault) return undefined
    const pages = pagesOf(tableParts(quiet, node, on, fit), depth)
    if (pages === undefined) return undefined
    const wanted = Math.max(...pages.map((page) => heightOfNotes(composer, page)))
    if (fits(wanted, notes)) findings.forEach(composer.report)
    if (fits(wanted, notes))
      return pages.map((page, i) => turned(composer, node, page, i, pages.length))
    notes = wanted
  }
  return undefined
}

/** Slugs of each page that is no deeper than `depth`; undefined where a row is deeper. */
function pagesOf(
  { over, head, rows }: TableParts,
  depth: number,
): readonly (readonly Slug[])[] | undefined {
  const pages: Slug[][] = [[...over, head]]
  let count = 0
  for (const row of rows) {
    let page = pages.at(-1) ?? []
    if (count > 0 && !fits(heightOf([...page, row]), depth)) {
      const { opener } = row
      page = opener === undefined ? [] : [{ ...row, calls: [], ...opener }]
      pages.push(page)
      count = 0
    }
    page.push(row)
    count++
    if (!fits(heightOf(page), depth)) return undefined
  }
  return pages
}

/** What the notes take that a page calls, with the white over them. */
function heightOfNotes({ grid, column, heightOfNote }: Composer, page: readonly Slug[]): number {
  const calls = page.flatMap((slug) => slug.calls)
  if (calls.length === 0) return 0
  const height = grid + calls.reduce((sum, anchor) => sum + heightOfNote(anchor), 0)
  return Math.min(height, column * MOST_NOTES)
}

/** A page of a turned table as one slug, with nothing over or under it. */
function turned(
  composer: Composer,
  node: Table,
  page: readonly Slug[],
  index: number,
  count: number,
): Slug {
  const { column } = composer
  const height = pt(column - heightOfNotes(composer, page))
  const [slug] = join(page, false)
  const last = page.at(-1)
  const marks = [...(slug?.marks ?? []), ...(index < count - 1 ? closing(page, last) : [])]
  const isReferred = node.number !== undefined && composer.isReferred(node.anchor)
  return {
    // As much white as a page is high: nothing else stands on this one but its notes.
    spaceBefore: column,
    spaceAfter: column,
    height,
    onGrid: false,
    breakAfter: 0,
    hyphenated: false,
    movable: count === 1 && isReferred && slug?.calls.length === 0,
    keepsOrder: true,
    calls: slug?.calls ?? [],
    marks: marks.map((mark) => turn(mark, height)),
    position: index === 0 ? node.position : (last?.position ?? node.position),
  }
}

/** The rule under the last row of a page after which the table goes on. */
function closing(page: readonly Slug[], last: Slug | undefined): readonly Mark[] {
  const down = heightOf(page) - (last?.height ?? 0)
  return (last?.closer ?? []).map((mark) => ({ ...mark, y: pt(mark.y + down) }))
}

/** A mark of a table as wide as the page is high, on a page that it stands on from the foot up. */
function turn(mark: Mark, height: Pt): Mark {
  const at = { x: mark.y, y: pt(height - mark.x) }
  return mark.type === 'anchor' ? { ...mark, ...at } : { ...mark, ...at, isTurned: true }
}
