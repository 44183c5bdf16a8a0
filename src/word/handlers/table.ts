import { Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Alignment, Table as TableNode, TableRow as RowNode } from '../../model/nodes.ts'
import { columnWidths } from '../column-widths.ts'
import { noMarks } from '../marks.ts'
import { paragraphOf } from '../paragraph.ts'
import type { Place, State, WordBlock } from '../state.ts'
import { TABLE_STYLE } from '../style-sheet/table-style.ts'
import { caption } from '../caption.ts'

/** `w:tbl` in the template's style under its caption: a head row that is one (`w:tblHeader`), rows that no page divides. */
export function table(state: State, place: Place, node: TableNode): readonly WordBlock[] {
  const captioned = caption(state, place, node)
  const widths = columnWidths(
    node,
    place.measure,
    state.template.styles.tableCell.size,
    place.words,
  )
  const body = new Table({
    style: TABLE_STYLE,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    tableLook: {
      firstRow: true,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      tableRow(state, place, node, node.head, widths, 'TableHeading'),
      ...node.rows.map((row) => tableRow(state, place, node, row, widths, 'TableContents')),
    ],
  })
  return [...(captioned.length > 0 ? [paragraphOf('TableCaption', captioned)] : []), body]
}

const tableRow = (
  state: State,
  place: Place,
  node: TableNode,
  row: RowNode,
  widths: readonly number[],
  style: string,
): TableRow =>
  new TableRow({
    cantSplit: true,
    ...(row === node.head && { tableHeader: true }),
    children: row.cells.map(
      (cell, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          children: [
            paragraphOf(
              style + suffixes[node.align[column] ?? 'start'],
              state.inlines({ place, marks: noMarks }, cell.children),
            ),
          ],
        }),
    ),
  })

/** Alignment is a style's, so that no cell is formatted by hand. */
const suffixes: Readonly<Record<Alignment, string>> = {
  start: '',
  center: 'Centered',
  end: 'Right',
}
