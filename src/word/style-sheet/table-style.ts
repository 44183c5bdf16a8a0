import type { XmlComponent } from 'docx'
import type { Alignment } from '../../model/nodes.ts'
import { toTwip } from '../../unit/length.ts'
import type { Template } from '../../template/template.ts'
import type { TableScale } from '../column-widths.ts'
import { element } from '../element.ts'
import type { ParagraphStyle } from './paragraph-style.ts'
import { ruleElement } from './properties.ts'

/** Id of the style that every table bears. */
export const TABLE_STYLE = 'ReportTable'

export type CellKind = 'TableHeading' | 'TableContents'

/** Alignment and size are a style's, so that no cell is formatted by hand. */
export const cellStyleId = (kind: CellKind, scale: TableScale, align: Alignment): string =>
  kind + sizes[scale] + alignments[align]

const sizes: Readonly<Record<TableScale, string>> = { 1: '', 0.85: 'Small', 0.7: 'Smallest' }
const alignments: Readonly<Record<Alignment, string>> = {
  start: '',
  center: 'Centered',
  end: 'Right',
}

/** A style for each alignment of a cell's text, at each size that some table has. */
export const cellStyles = (scales: Iterable<TableScale>): readonly ParagraphStyle[] =>
  [...new Set<TableScale>([1, ...scales])].flatMap((scale) => [
    ...alignedStyles('TableHeading', scale),
    ...alignedStyles('TableContents', scale),
  ])

const alignedStyles = (kind: CellKind, scale: TableScale): readonly ParagraphStyle[] =>
  (['start', 'center', 'end'] as const).map((align) => {
    const id = cellStyleId(kind, scale, align)
    const base = cellStyleId(kind, scale, 'start')
    return {
      id,
      // As Word has them: `Table Contents Right`.
      name: id.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
      token: kind === 'TableHeading' ? 'tableHead' : 'tableCell',
      scale,
      ...(id !== base && { basedOn: base }),
      paragraph: { keepNext: kind === 'TableHeading', align },
    }
  })

/** White over and under the text of a cell, in twips: a point and a half. */
const CELL_HEIGHT = 30

/** `w:style` of tables: rules at head and foot, a finer one under the head row, none upright, as the template's tokens say. */
export function tableStyles(template: Template): readonly XmlComponent[] {
  const { outerRule, innerRule, columnGap } = template.tables
  const { rule } = template.colors
  return [
    element('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
      element('w:name', { 'w:val': 'Normal Table' }),
      element('w:uiPriority', { 'w:val': 99 }),
      element('w:semiHidden'),
      element('w:unhideWhenUsed'),
      element('w:tblPr', {}, [margins(0, 0, 0)]),
    ]),
    element('w:style', { 'w:type': 'table', 'w:styleId': TABLE_STYLE }, [
      element('w:name', { 'w:val': 'Report Table' }),
      element('w:basedOn', { 'w:val': 'TableNormal' }),
      element('w:tblPr', {}, [
        element('w:tblBorders', {}, [
          ...(outerRule > 0 ? [ruleElement('w:top', outerRule, rule)] : []),
          ...(outerRule > 0 ? [ruleElement('w:bottom', outerRule, rule)] : []),
        ]),
        // All of the gap on one side: text of the first column then begins on the measure's edge.
        margins(0, toTwip(columnGap), CELL_HEIGHT),
      ]),
      element('w:tblStylePr', { 'w:type': 'firstRow' }, [
        element('w:tblPr'),
        element('w:tcPr', {}, [
          element(
            'w:tcBorders',
            {},
            innerRule > 0 ? [ruleElement('w:bottom', innerRule, rule)] : [],
          ),
        ]),
      ]),
    ]),
  ]
}

const margins = (left: number, right: number, height: number): XmlComponent =>
  element('w:tblCellMar', {}, [
    element('w:top', { 'w:w': height, 'w:type': 'dxa' }),
    element('w:left', { 'w:w': left, 'w:type': 'dxa' }),
    element('w:bottom', { 'w:w': height, 'w:type': 'dxa' }),
    element('w:right', { 'w:w': right, 'w:type': 'dxa' }),
  ])
