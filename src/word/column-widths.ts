import type { Table } from '../model/nodes.ts'
import type { Style, Template, Words } from '../template/template.ts'
import { pt, toTwip, type Pt } from '../unit/length.ts'
import { cellWidth, type CellWidth } from './cell-width.ts'

/** Beyond the faces that are named in place of the template's: what the plainest machine has. */
const WIDER = 1.2

/** How much smaller the type of a table is whose words do not fit, by steps: each has styles of its own. */
export const TABLE_SCALES = [1, 0.85, 0.7] as const
export type TableScale = (typeof TABLE_SCALES)[number]

/** A table as it is set. */
export interface TableFit {
  /** Widths of the columns in twips, the gap after each but the last in it. */
  readonly widths: readonly number[]
  readonly scale: TableScale
}

/** A table that takes this share of the measure is widened to all of it, so that its edges are those of the text; as in print. */
const NEARLY_ALL = 2 / 3

/**
 * The columns of a table: each on one line where all fit so, else each has room for its widest word
 * and a share of the rest by what it lacks. Where even the words do not fit, type is set smaller;
 * where the smallest does not, words break.
 */
export function fitColumns(template: Template, node: Table, measure: Pt, words: Words): TableFit {
  const columns = node.head.cells.map((_, column) => columnWidth(template, node, column, words))
  const gap = template.tables.columnGap
  const room = measure - gap * (columns.length - 1)
  const needed = sum(columns.map(({ least }) => least))
  const scale = TABLE_SCALES.find((each) => needed * each <= room) ?? 0.7
  // Where there is room, words have some to spare, for a face that is wider still.
  const ease = Math.min(WIDER, room / (needed * scale))
  const scaled = columns.map(({ natural, least }) => ({
    natural: Math.max(natural, least * ease) * scale,
    least: least * ease * scale,
  }))
  const last = columns.length - 1
  const widths = share(scaled, room).map((width, column) => width + (column === last ? 0 : gap))
  return { widths: roundUp(widths), scale }
}

function columnWidth(template: Template, node: Table, column: number, words: Words): CellWidth {
  const { tableHead, tableCell } = template.styles
  const widthIn = (style: Style, row: Table['head']): CellWidth =>
    cellWidth(template, style, row.cells[column], words)
  const cells = [widthIn(tableHead, node.head), ...node.rows.map((row) => widthIn(tableCell, row))]
  return {
    natural: Math.max(1, ...cells.map(({ natural }) => natural)),
    least: Math.max(1, ...cells.map(({ least }) => least)),
  }
}

function share(columns: readonly CellWidth[], room: number): readonly number[] {
  const wanted = sum(columns.map(({ natural }) => natural))
  if (wanted <= room) {
    const more = wanted < NEARLY_ALL * room ? 0 : (room - wanted) / columns.length
    return columns.map(({ natural }) => natural + more)
  }
  const needed = sum(columns.map(({ least }) => least))
  const part = wanted === needed ? 0 : (room - needed) / (wanted - needed)
  return columns.map(({ natural, least }) => least + (natural - least) * part)
}

/** Each edge rounded to whole twips, so that their sum is that of the table. */
function roundUp(widths: readonly number[]): readonly number[] {
  let [edge, at] = [0, 0]
  return widths.map((width) => {
    const before = at
    edge += width
    at = toTwip(pt(edge))
    return at - before
  })
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
