import { Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Table as TableNode, TableRow as RowNode } from '../../model/nodes.ts'
import { toTwip } from '../../unit/length.ts'
import { identified } from '../bookmark.ts'
import { caption } from '../caption.ts'
import { fitColumns } from '../column-widths.ts'
import { noMarks } from '../marks.ts'
import { paragraphOf } from '../paragraph.ts'
import { styleAt } from '../place.ts'
import type { Place, State, WordBlock } from '../state.ts'
import { cellStyleId, TABLE_STYLE, type CellKind } from '../style-sheet/table-style.ts'

/** `w:tbl` in the template's style under its caption: a head row that is one (`w:tblHeader`), rows that no page divides. */
export function table(state: State, place: Place, node: TableNode): readonly WordBlock[] {
  const captioned = caption(state, place, node)
  const { widths, scale } = fitColumns(state.template, node, place.measure, place.words)
  state.usedScales.add(scale)
  const row = (each: RowNode, kind: CellKind): TableRow =>
    tableRow(state, place, each, widths, each === node.head, (column) =>
      cellStyleId(kind, scale, node.align[column] ?? 'start'),
    )
  const body = new Table({
    style: TABLE_STYLE,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    ...(place.start > 0 && { indent: { size: toTwip(place.start), type: WidthType.DXA } }),
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
    rows: [row(node.head, 'TableHeading'), ...node.rows.map((each) => row(each, 'TableContents'))],
  })
  return [
    ...(captioned.length > 0
      ? [
          paragraphOf(
            styleAt(state, place, 'TableCaption'),
            identified(state, { node, part: 'caption' }, captioned),
          ),
        ]
      : []),
    body,
  ]
}

const tableRow = (
  state: State,
  place: Place,
  row: RowNode,
  widths: readonly number[],
  isHead: boolean,
  styleOf: (column: number) => string,
): TableRow =>
  new TableRow({
    cantSplit: true,
    ...(isHead && { tableHeader: true }),
    children: row.cells.map(
      (cell, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          // The gap between columns is in the style: after the last there is none (`w:tcMar`).
          ...(column === row.cells.length - 1 && {
            margins: { marginUnitType: WidthType.DXA, right: 0 },
          }),
          children: [
            paragraphOf(
              styleOf(column),
              identified(
                state,
                { node: cell },
                state.inlines({ place, marks: noMarks }, cell.children),
              ),
            ),
          ],
        }),
    ),
  })
