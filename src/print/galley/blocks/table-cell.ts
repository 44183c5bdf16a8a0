import type { TableCell } from '../../../model/nodes.ts'
import type { Style, StyleName } from '../../../template/template.ts'
import { fits, pt, type Pt } from '../../../unit/length.ts'
import type { Line } from '../../line/line.ts'
import type { ParagraphRun } from '../../line/paragraph.ts'
import type { Composer, Place } from '../composer.ts'
import { toRuns } from '../inline.ts'
import { breakParagraph } from '../set-paragraph.ts'

export type CellStyle = StyleName & ('tableHead' | 'tableCell')

/** Of a row: -1 is the head. */
export const styleOf = (row: number): CellStyle => (row < 0 ? 'tableHead' : 'tableCell')

/** A style in smaller type. */
export const scaled = (style: Style, scale: number): Style =>
  scale === 1
    ? style
    : { ...style, size: pt(style.size * scale), leading: pt(style.leading * scale) }

/** How a cell is set: its style, share of its size, and alignment. */
export interface CellManner {
  readonly name: CellStyle
  readonly scale: number
  readonly align: Style['align']
  readonly hyphenate: boolean
}

/** The lines of a cell. Ragged lines need no hyphens: a word is cut only where it is wider than its column. */
export function cellLines(
  composer: Composer,
  cell: TableCell | undefined,
  place: Place,
  measure: Pt,
  manner: Omit<CellManner, 'hyphenate'>,
): readonly Line[] {
  const whole = trialLines(composer, cell, place, measure, { ...manner, hyphenate: false })
  if (whole.every((line) => fits(line.width, measure))) return whole
  return set(composer, cell, place, measure, { ...manner, hyphenate: true })
}

/** The lines of a cell in a measure that is only tried: what is too long is not reported. */
export const trialLines = (
  composer: Composer,
  cell: TableCell | undefined,
  place: Place,
  measure: Pt,
  manner: CellManner,
): readonly Line[] => set({ ...composer, report: () => undefined }, cell, place, measure, manner)

function set(
  composer: Composer,
  cell: TableCell | undefined,
  place: Place,
  measure: Pt,
  { name, scale, align, hyphenate }: CellManner,
): readonly Line[] {
  if (cell === undefined || cell.children.length === 0) return []
  const style: Style = { ...scaled(composer.template.styles[name], scale), align, hyphenate }
  const runs: readonly ParagraphRun[] = toRuns(cell.children, { ...composer, style })
  const at = { ...place, measure }
  return breakParagraph(composer, runs, at, {
    style,
    part: 'cell',
    indent: pt(0),
    position: cell.position,
  })
}
