import type { Nodes, Table as MdastTable, TableRow as MdastTableRow } from 'mdast'
import type { State } from '../state.ts'
import type { Alignment, Table, TableCell, TableRow } from '../nodes.ts'
import { offsetOf, placeOf } from './place.ts'
import { convertInlines } from './inlines.ts'
import { trimInlines } from './white-space.ts'

const alignments: Readonly<Record<'left' | 'center' | 'right', Alignment>> = {
  left: 'start',
  center: 'center',
  right: 'end',
}

/** A GFM table; every row gets as many cells as the head has. */
export function convertTable(
  node: MdastTable,
  caption: Extract<Nodes, { type: 'tableCaption' }> | undefined,
  state: State,
): Table {
  const names = state.names.floats.get(offsetOf(node))
  const [first, ...rest] = node.children
  if (first === undefined) throw new Error('a GFM table without a head row')
  const columns = first.children.length
  return {
    type: 'table',
    ...(names?.anchor === undefined ? {} : { anchor: names.anchor }),
    ...(names?.number === undefined ? {} : { number: names.number }),
    caption: caption === undefined ? [] : trimInlines(convertInlines(caption.children, state)),
    align: Array.from({ length: columns }, (_, column) => {
      const align = node.align?.[column]
      return align ? alignments[align] : undefined
    }),
    head: row(first, columns, state),
    rows: rest.map((tableRow) => row(tableRow, columns, state)),
    position: placeOf(node),
  }
}

function row(node: MdastTableRow, columns: number, state: State): TableRow {
  const cells = node.children.slice(0, columns).map((cell): TableCell => ({
    type: 'tableCell',
    children: trimInlines(convertInlines(cell.children, state)),
    position: placeOf(cell),
  }))
  while (cells.length < columns)
    cells.push({ type: 'tableCell', children: [], position: placeOf(node) })
  return { type: 'tableRow', cells, position: placeOf(node) }
}
