import type { Table } from '../../../model/nodes.ts'
import { pt, type Pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import { columnWidths, sum } from './column-widths.ts'
import { styleOf, trialLines } from './table-cell.ts'

/** A table as it is set: widths of its columns, and how much smaller its type is. */
export interface Fit {
  readonly widths: readonly number[]
  readonly scale: number
  /** 0: every word is whole. 1: words are cut. 2: not even parts of words fit. */
  readonly fault: 0 | 1 | 2
}

/** No smaller is type set to make a wide table fit, pt: smaller is not read. Words are cut before, and what is too long is reported. */
const SMALLEST = 6.5
/** Wider than any cell's text on one line. */
const UNBROKEN = pt(100_000)
/** More than the text, so that rounding breaks no line, pt. */
const SPARE = 0.01

/** White between the columns, all together. */
export const gaps = ({ template }: Composer, node: Table): number =>
  template.tables.columnGap * (node.head.cells.length - 1)

/** Widths of columns by what stands in them; smaller type where their widest words do not fit beside one another. */
export function fitColumns(composer: Composer, node: Table, place: Place): Fit {
  const room = place.measure - gaps(composer, node)
  const rows = [node.head, ...node.rows]
  // A line in a measure of nothing holds one word or piece of an address.
  const widest = (column: number, measure: Pt, hyphenate = false): number => {
    const lines = rows.flatMap((row, i) => {
      const manner = { name: styleOf(i - 1), scale: 1, align: 'start', hyphenate } as const
      return trialLines(composer, row.cells[column], place, measure, manner)
    })
    return Math.max(0, ...lines.map((line) => line.width)) + SPARE
  }
  const columns = [...node.head.cells.keys()]
  const natural = columns.map((column) => widest(column, UNBROKEN))
  const whole = sum(natural) <= room ? columnWidths(natural, natural, room) : undefined
  if (whole !== undefined) return { widths: whole, scale: 1, fault: 0 }
  const least = columns.map((column, i) => Math.min(widest(column, pt(1)), natural[i] ?? 0))
  const widths = columnWidths(natural, least, room)
  if (widths !== undefined) return { widths, scale: 1, fault: 0 }
  const { tableHead, tableCell } = composer.template.styles
  const smallest = Math.min(1, SMALLEST / Math.min(tableHead.size, tableCell.size))
  const scale = Math.max(smallest, room / sum(least))
  const smaller = (list: readonly number[]): readonly number[] => list.map((width) => width * scale)
  const wanted = smaller(least)
  const fitted = columnWidths(smaller(natural), wanted, room)
  if (fitted !== undefined) return { widths: fitted, scale, fault: 0 }
  // Not all words fit beside one another: the longest are cut.
  const parts = columns.map((column) => widest(column, pt(1), true))
  const cut = columnWidths(wanted, smaller(parts), room)
  if (cut !== undefined) return { widths: cut, scale, fault: 1 }
  return { widths: crowded(smaller(parts), room), scale, fault: 2 }
}

/** Widths where not even parts of words fit: short columns keep theirs, the longest share what is left. */
function crowded(wanted: readonly number[], room: number): readonly number[] {
  const widths = [...wanted]
  const byWidth = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  let left = room
  byWidth.forEach((column, i) => {
    const width = Math.min(wanted[column] ?? 0, left / (byWidth.length - i))
    widths[column] = width
    left -= width
  })
  return widths
}
