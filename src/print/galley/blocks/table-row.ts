import type { Table, TableRow } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import type { Mark, Owner, Slug } from '../galley.ts'
import { markLine, ownerOf } from '../set-paragraph.ts'
import type { Fit } from './fit-columns.ts'
import { cellLines, scaled, styleOf } from './table-cell.ts'

/** White over the letters of a row and under them, as a share of the cells' leading. */
const PAD = 0.22
/** From the top of a cell's first line to its baseline, as a share of its leading. */
const ASCENT = 0.76

/** One row. Its box begins at its upper rule and ends at its lower one. */
export function rowSlug(
  composer: Composer,
  node: Table,
  row: TableRow,
  index: number,
  { widths, scale }: Fit,
  place: Place,
): Slug {
  const name = styleOf(index)
  const style = scaled(composer.template.styles[name], scale)
  const pad = style.leading * PAD
  const marks: Mark[] = []
  const calls: string[] = []
  let [x, most] = [place.left as number, 1]
  row.cells.forEach((cell, column) => {
    const width = pt(widths[column] ?? 0)
    const align = node.align[column] ?? 'start'
    const lines = cellLines(composer, cell, place, width, { name, scale, align })
    const owner: Owner = { ...ownerOf(composer, place, 'cell'), row: index, column }
    lines.forEach((line, i) => {
      const y = pad + (i + ASCENT) * style.leading
      marks.push(...markLine(line, pt(x), pt(y), owner))
      calls.push(...line.calls)
    })
    most = Math.max(most, lines.length)
    x += width + composer.template.tables.columnGap
  })
  return {
    spaceBefore: pt(0),
    spaceAfter: pt(0),
    height: pt(most * style.leading + 2 * pad),
    onGrid: false,
    breakAfter: 0,
    hyphenated: false,
    movable: false,
    calls,
    marks,
    position: row.position,
  }
}
