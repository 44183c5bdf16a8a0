import type { Position } from '../../../diagnostic/diagnostic.ts'
import type { Table, TableRow } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import type { Mark, Owner, Slug } from '../galley.ts'
import { markLine, ownerOf } from '../set-paragraph.ts'
import { moveMark } from '../slugs.ts'
import type { Fit } from './fit-columns.ts'
import { cellLines, scaled, styleOf } from './table-cell.ts'

/** White over the letters of a row and under them, as a share of the cells' leading. */
const PAD = 0.22
/** From the top of a cell's first line to its baseline, as a share of its leading. */
const ASCENT = 0.76

/** A row up to this share of a page stays whole, with its table's head over it; a higher one stands on no page, and a page may end between its lines. */
const WHOLE = 0.85
/** Price of ending a page within a row. */
const WITHIN_ROW = 600

/** One row. Its box begins at its upper rule and ends at its lower one. */
export const rowSlug = (
  composer: Composer,
  node: Table,
  row: TableRow,
  index: number,
  fit: Fit,
  place: Place,
): Slug => rowOf(setRow(composer, node, row, index, fit, place))

/** A row, whole or, where no page holds it, line by line. At the least one slug. */
export function rowSlugs(
  composer: Composer,
  node: Table,
  row: TableRow,
  index: number,
  fit: Fit,
  place: Place,
): readonly Slug[] {
  const set = setRow(composer, node, row, index, fit, place)
  const whole = rowOf(set)
  return whole.height > composer.column * WHOLE ? linesOf(set) : [whole]
}

interface SetRow {
  /** What stands on each line of the row, from the top of the line's box; calls in the order of the cells. */
  readonly lines: readonly { readonly marks: readonly Mark[]; readonly calls: readonly string[] }[]
  /** Calls in the order of the cells, as a reader reads them. */
  readonly calls: readonly string[]
  readonly leading: number
  readonly position: Position
}

function setRow(
  composer: Composer,
  node: Table,
  row: TableRow,
  index: number,
  { widths, scale }: Fit,
  place: Place,
): SetRow {
  const name = styleOf(index)
  const { leading } = scaled(composer.template.styles[name], scale)
  const lines: { marks: Mark[]; calls: string[] }[] = [{ marks: [], calls: [] }]
  const calls: string[] = []
  let x: number = place.left
  row.cells.forEach((cell, column) => {
    const width = pt(widths[column] ?? 0)
    const align = node.align[column] ?? 'start'
    const owner: Owner = { ...ownerOf(composer, place, 'cell'), row: index, column }
    cellLines(composer, cell, place, width, { name, scale, align }).forEach((line, i) => {
      const at = (lines[i] ??= { marks: [], calls: [] })
      at.marks.push(...markLine(line, pt(x), pt(ASCENT * leading), owner))
      at.calls.push(...line.calls)
      calls.push(...line.calls)
    })
    x += width + composer.template.tables.columnGap
  })
  return { lines, calls, leading, position: row.position }
}

const blank = {
  spaceBefore: pt(0),
  spaceAfter: pt(0),
  onGrid: false,
  breakAfter: 0,
  hyphenated: false,
  movable: false,
} as const

function rowOf({ lines, calls, leading, position }: SetRow): Slug {
  const pad = leading * PAD
  // Cell by cell, as the row is read.
  const marks = lines.flatMap((line, i) =>
    line.marks.map((mark) => moveMark(mark, 0, pad + i * leading)),
  )
  marks.sort((a, b) => columnOf(a) - columnOf(b))
  return { ...blank, height: pt(lines.length * leading + 2 * pad), calls, marks, position }
}

/** Its lines, of which no page begins or ends with one alone. */
function linesOf({ lines, leading, position }: SetRow): readonly Slug[] {
  const pad = leading * PAD
  const last = lines.length - 1
  return lines.map(({ marks, calls }, i): Slug => {
    const over = i === 0 ? pad : 0
    const isAlone = i === 0 || i === last - 1
    return {
      ...blank,
      height: pt(leading + over + (i === last ? pad : 0)),
      breakAfter: isAlone ? Infinity : WITHIN_ROW,
      calls,
      marks: marks.map((mark) => moveMark(mark, 0, over)),
      position,
    }
  })
}

const columnOf = (mark: Mark): number => (mark.type === 'anchor' ? -1 : (mark.owner.column ?? -1))
