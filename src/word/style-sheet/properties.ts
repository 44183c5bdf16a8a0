import type { XmlComponent } from 'docx'
import { toHalfPoint, toTwip, type Pt } from '../../unit/length.ts'
import type { Style, StyleName, Template } from '../../template/template.ts'
import { element } from '../element.ts'

/** What a style adds to its token. Absence leaves the token's value. */
export interface ParagraphExtras {
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  readonly pageBreakBefore?: boolean
  /** 0 for level 1. */
  readonly outlineLevel?: number
  readonly left?: Pt
  readonly right?: Pt
  /** Of the first line; negative hangs it. */
  readonly firstLine?: Pt
  readonly before?: Pt
  readonly after?: Pt
  /** Of a line, in place of the token's leading. */
  readonly line?: Pt
  /** False where a line must grow with what is in it: a picture. */
  readonly exactLine?: boolean
  readonly align?: Style['align']
  readonly tabs?: readonly { readonly at: Pt; readonly kind: 'left' | 'center' | 'right' }[]
  readonly bottomRule?: { readonly weight: Pt; readonly color: string }
}

export interface RunExtras {
  readonly superscript?: boolean
  readonly strike?: boolean
  readonly underline?: boolean
  readonly noProof?: boolean
  readonly bold?: boolean
  readonly italic?: boolean
  readonly color?: string
}

/** `#1f4e79` as `w:color` has it. */
export const hex = (color: string): string => color.replace('#', '').toUpperCase()

/** `left` and `right` rather than `start` and `end`, which Word before 2010 does not read. */
const alignments = { justify: 'both', start: 'left', center: 'center', end: 'right' } as const

/** Eighths of a point, at least a quarter of one: thinner lines are not drawn (`w:ST_EighthPointMeasure`, 17.18.23). */
const toEighth = (weight: Pt): number => Math.max(2, Math.round(weight * 8))

/**
 * `w:pPr` of a token, children in the order of `CT_PPrBase` (ECMA-376 part 1, 17.3.1.26). Lines are
 * exactly as high as the leading, as in print.
 */
export function paragraphProperties(
  template: Template,
  name: StyleName,
  extras: ParagraphExtras = {},
): XmlComponent {
  const style = template.styles[name]
  const exact = extras.exactLine !== false
  const left = extras.left ?? style.inset
  const right = extras.right ?? style.inset
  const first = extras.firstLine ?? 0
  const { bottomRule, tabs, outlineLevel } = extras
  return element('w:pPr', {}, [
    ...flag('w:keepNext', extras.keepNext),
    ...flag('w:keepLines', extras.keepLines),
    ...flag('w:pageBreakBefore', extras.pageBreakBefore),
    element('w:widowControl'),
    ...(bottomRule === undefined
      ? []
      : [element('w:pBdr', {}, [ruleElement('w:bottom', bottomRule.weight, bottomRule.color)])]),
    ...(tabs === undefined
      ? []
      : [
          element(
            'w:tabs',
            {},
            tabs.map((tab) => element('w:tab', { 'w:val': tab.kind, 'w:pos': toTwip(tab.at) })),
          ),
        ]),
    ...flag('w:suppressAutoHyphens', !style.hyphenate),
    element('w:spacing', {
      'w:before': toTwip(extras.before ?? style.spaceBefore),
      'w:after': toTwip(extras.after ?? style.spaceAfter),
      'w:line': exact ? toTwip(extras.line ?? style.leading) : 240,
      'w:lineRule': exact ? 'exact' : 'auto',
    }),
    element('w:ind', {
      'w:left': toTwip(left),
      'w:right': toTwip(right),
      [first < 0 ? 'w:hanging' : 'w:firstLine']: Math.abs(Math.round(first * 20)),
    }),
    element('w:jc', { 'w:val': alignments[extras.align ?? style.align] }),
    ...(outlineLevel === undefined ? [] : [element('w:outlineLvl', { 'w:val': outlineLevel })]),
  ])
}

/** `w:rPr` of a token, children in the order of `EG_RPrBase` (ECMA-376 part 1, 17.3.2.28). */
export function runProperties(
  template: Template,
  name: StyleName,
  extras: RunExtras = {},
  language: readonly XmlComponent[] = [],
): XmlComponent {
  const style = template.styles[name]
  const size = toHalfPoint(style.size)
  return element('w:rPr', {}, [
    fontElement(template, style.family),
    ...toggle('b', extras.bold ?? (style.cut === 'bold' || style.cut === 'boldItalic')),
    ...toggle('i', extras.italic ?? (style.cut === 'italic' || style.cut === 'boldItalic')),
    ...flag('w:caps', style.caps === 'upper'),
    ...flag('w:smallCaps', style.caps === 'small'),
    ...flag('w:strike', extras.strike),
    ...flag('w:noProof', extras.noProof),
    element('w:color', { 'w:val': hex(extras.color ?? style.color) }),
    // Thousandths of an em to twentieths of a point.
    ...(style.tracking === 0
      ? []
      : [element('w:spacing', { 'w:val': Math.round((style.tracking / 1000) * style.size * 20) })]),
    element('w:kern', { 'w:val': 2 }),
    element('w:sz', { 'w:val': size }),
    element('w:szCs', { 'w:val': size }),
    ...(extras.superscript === true ? [element('w:vertAlign', { 'w:val': 'superscript' })] : []),
    ...language,
    ...figureElements(style),
  ])
}

/** One face for every script: `w:rFonts`. */
export function fontElement(template: Template, family: string): XmlComponent {
  const name = template.families[family]?.name ?? family
  return element('w:rFonts', {
    'w:ascii': name,
    'w:hAnsi': name,
    'w:cs': name,
    'w:eastAsia': name,
  })
}

/** A border, `CT_Border`. */
export const ruleElement = (name: string, weight: Pt, color: string): XmlComponent =>
  element(name, {
    'w:val': 'single',
    'w:sz': toEighth(weight),
    'w:space': 0,
    'w:color': hex(color),
  })

/** A property that is there or not. */
export const flag = (name: string, on: boolean | undefined): readonly XmlComponent[] =>
  on === true ? [element(name)] : []

/** Bold and italic have a twin each for complex scripts. */
export const toggle = (name: 'b' | 'i', on: boolean): readonly XmlComponent[] =>
  on ? [element(`w:${name}`), element(`w:${name}Cs`)] : []

/** The OpenType forms of figures, which Word keeps among its later elements ([MS-DOCX] 2.6.1). */
const figureElements = (style: Style): readonly XmlComponent[] => [
  element('w14:numForm', { 'w14:val': style.figures === 'oldstyle' ? 'oldStyle' : 'lining' }),
  element('w14:numSpacing', {
    'w14:val': style.figures === 'tabular' ? 'tabular' : 'proportional',
  }),
]
