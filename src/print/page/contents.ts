import { pt, type Pt } from '../../unit/length.ts'
import type { Words } from '../../template/template.ts'
import type { LineMark, Mark, RuleMark, Slug } from '../galley/galley.ts'
import { NOWHERE } from '../galley/nowhere.ts'
import type { Line, Meaning } from '../line/line.ts'
import { widthOf } from '../line/set-words.ts'
import type { Page } from './page.ts'
import { setText, type TextSetter } from './set-text.ts'

/** A line of the contents. */
export interface Entry {
  /** 1 for a chapter. */
  readonly level: number
  readonly text: string
  readonly anchor: string
  readonly folio: string
}

/** Deepest heading in the contents; of a book with more sections than this, chapters alone. */
const DEEPEST = 2
const MOST_ENTRIES = 120
/** White between an entry and its folio, and from dot to dot of the leader, in ems. */
const GAP = 1
const DOT_STEP = 0.75
/** Width of a dot, in ems: of a full stop. */
const DOT = 0.11
/** Indent of a level, and of turned lines against the first, in ems: half as much again, so that none looks like an entry. */
const INDENT = 1.5
const HANG = 1.5 * INDENT
/** White that titles leave at the right at the least, pt: no title comes near the folios. */
const RIGHT_SKIP = 40

/** A list of what is in the book: its contents, figures or tables. */
export interface Listing {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** Fewer figures, or tables, need no list. */
const FEWEST_FLOATS = 3

/** The lists before a book: its contents, then figures and tables where there are three of one, under the titles of their chapters. */
export function listingsOf(pages: readonly Page[], words: Words): readonly Listing[] {
  const headings: Entry[] = []
  const floats = { figure: [] as Entry[], table: [] as Entry[] }
  const counts = { figure: 0, table: 0 }
  let chapter: Entry | undefined
  for (const { items, folio } of pages) {
    for (const item of items) {
      if (item.type !== 'anchor') continue
      const { name: anchor, heading, float } = item
      if (heading !== undefined) headings.push({ ...heading, anchor, folio })
      if (heading?.level === 1) chapter = { ...heading, anchor, folio }
      if (float === undefined) continue
      const list = floats[float.kind]
      if (chapter !== undefined && !list.includes(chapter)) list.push(chapter)
      list.push({ level: 2, text: float.text, anchor, folio })
      counts[float.kind]++
    }
  }
  return [
    { title: words.contents, entries: headings },
    { title: words.figures, entries: counts.figure < FEWEST_FLOATS ? [] : floats.figure },
    { title: words.tables, entries: counts.table < FEWEST_FLOATS ? [] : floats.table },
  ].filter(({ entries }) => entries.length > 0)
}

/** One of them as slugs; `list` is which. Titles ragged, turned lines hung in, leaders on one grid from the right edge. */
export function composeListing(
  setter: TextSetter,
  { title: head, entries }: Listing,
  list: number,
): readonly Slug[] {
  const { template } = setter
  const { contentsTitle } = template.styles
  const measure = pt(template.page.width - template.page.inner - template.page.outer)
  const title = setText(setter, head, 'contentsTitle', measure).map((line) =>
    slugOf([markOf(line, 0, contentsTitle.spaceBefore + contentsTitle.leading, [list])], {
      height: pt(contentsTitle.spaceBefore + contentsTitle.leading),
      spaceAfter: contentsTitle.spaceAfter,
      breakAfter: Infinity,
    }),
  )
  const shown = entries.filter((entry) => entry.level <= DEEPEST)
  const listed = shown.length <= MOST_ENTRIES ? shown : shown.filter((entry) => entry.level === 1)
  const folios = listed.map(
    (entry) => setText(setter, entry.folio, 'contentsEntry', measure)[0]?.width ?? 0,
  )
  const reserved = Math.max(0, ...folios)
  const rows = listed.flatMap((entry, i) =>
    composeEntry(setter, entry, measure, reserved, [list, i]),
  )
  return [...title, ...rows]
}

function composeEntry(
  setter: TextSetter,
  entry: Entry,
  measure: Pt,
  reserved: number,
  path: readonly [list: number, index: number],
): readonly Slug[] {
  const style = setter.template.styles.contentsEntry
  const em = style.size
  const meaning: Meaning = { type: 'reference', anchor: entry.anchor }
  const indent = (entry.level - 1) * INDENT * em
  const [folio] = setText(setter, entry.folio, 'contentsEntry', measure, { meaning })
  const folioWidth = folio?.width ?? 0
  // As much room for every folio as the widest takes, so that leaders end at one place.
  const room = measure - indent - Math.max(reserved + 2 * GAP * em, RIGHT_SKIP)
  const lines = setText(setter, entry.text, 'contentsEntry', pt(room), {
    hang: HANG * em,
    meaning,
  })
  return lines.map((line, i) => {
    const isLast = i === lines.length - 1
    const marks: Mark[] = [markOf(line, indent, style.leading, path)]
    if (isLast && folio !== undefined) {
      const end = indent + endOf(line)
      const leader = leaderOf(setter, end + GAP * em, measure - reserved - GAP * em, measure)
      if (leader !== undefined) marks.push({ ...leader, y: pt(leader.y + style.leading) })
      marks.push(markOf(folio, measure - folioWidth, style.leading, path))
    }
    return slugOf(marks, {
      height: style.leading,
      spaceBefore: pt(entry.level === 1 && path[1] > 0 && i === 0 ? style.leading / 2 : 0),
      breakAfter: isLast && entry.level > 1 ? 0 : isLast ? 100 : Infinity,
    })
  })
}

const endOf = (line: Line): number => {
  const run = line.runs.at(-1)
  return run === undefined ? 0 : run.x + widthOf(run)
}

/**
 * Dots between `from` and `to`, each a whole number of steps from the right edge of the measure.
 * Drawn, not set: they lead the eye, and say nothing to who hears or copies the page.
 */
function leaderOf(setter: TextSetter, from: number, to: number, measure: Pt): RuleMark | undefined {
  const { size, color } = setter.template.styles.contentsEntry
  const step = DOT_STEP * size
  const first = Math.floor((measure - from) / step)
  const last = Math.ceil((measure - to) / step)
  if (first < last) return undefined
  const weight = pt(DOT * size)
  return {
    type: 'rule',
    x: pt(measure - first * step),
    // On the baseline.
    y: pt(0 - weight / 2),
    width: pt((first - last) * step),
    weight,
    color,
    step: pt(step),
    owner: { path: [], part: 'ornament' },
  }
}

/** `path` is the index of its list, and that of its entry; a title has the first alone. */
const markOf = (line: Line, x: number, y: number, path: readonly number[]): LineMark => ({
  type: 'line',
  x: pt(x),
  y: pt(y),
  line,
  owner: { path, part: 'text' },
})

const slugOf = (marks: readonly Mark[], change: Partial<Slug>): Slug => ({
  spaceBefore: pt(0),
  spaceAfter: pt(0),
  height: pt(0),
  onGrid: false,
  breakAfter: 0,
  hyphenated: false,
  movable: false,
  calls: [],
  marks,
  position: NOWHERE,
  ...change,
})
