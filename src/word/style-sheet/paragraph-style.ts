import type { XmlComponent } from 'docx'
import type { StyleName, Template } from '../../template/template.ts'
import { pt, toTwip } from '../../unit/length.ts'
import { element } from '../element.ts'
import type { ShiftedStyle } from '../shifted-styles.ts'
import {
  flag,
  paragraphProperties,
  runProperties,
  type ParagraphExtras,
  type RunExtras,
} from './properties.ts'

/** A paragraph style to be: `id` in `w:pStyle`, `name` in Word's panes. */
export interface ParagraphStyle {
  readonly id: string
  readonly name: string
  readonly token: StyleName
  readonly basedOn?: string
  /** Style of the paragraph that the Enter key begins after one of this. */
  readonly next?: string
  readonly paragraph?: ParagraphExtras
  readonly run?: RunExtras
  /** Size and line of the token are made this much smaller; absence means 1. */
  readonly scale?: number
}

/** `w:style` for a paragraph style. What it does not say is as in its token, whatever it is based on. */
export function styleElement(template: Template, style: ParagraphStyle): XmlComponent {
  const { id, name, basedOn, next } = style
  const isDefault = id === 'Normal'
  const scaled = withScale(template, style)
  return element(
    'w:style',
    { 'w:type': 'paragraph', ...(isDefault && { 'w:default': 1 }), 'w:styleId': id },
    [
      element('w:name', { 'w:val': name }),
      ...(isDefault ? [] : [element('w:basedOn', { 'w:val': basedOn ?? 'Normal' })]),
      ...(next === undefined ? [] : [element('w:next', { 'w:val': next })]),
      ...flag('w:qFormat', true),
      paragraphProperties(scaled, style.token, style.paragraph),
      runProperties(scaled, style.token, style.run),
    ],
  )
}

function withScale(template: Template, { token, scale = 1 }: ParagraphStyle): Template {
  if (scale === 1) return template
  const style = template.styles[token]
  const scaled = { ...style, size: pt(style.size * scale), leading: pt(style.leading * scale) }
  return { ...template, styles: { ...template.styles, [token]: scaled } }
}

/** A style further in: all else is as in its base. */
export function shiftedStyle(
  template: Template,
  base: ParagraphStyle,
  by: ShiftedStyle,
): ParagraphStyle {
  const { inset } = template.styles[base.token]
  const { left = inset, right = inset } = base.paragraph ?? {}
  const edges = [by.left, ...(toTwip(by.right) === 0 ? [] : [by.right])]
  return {
    ...base,
    id: by.id,
    // `Code 24 pt`: how far.
    name: `${base.name} ${edges.map((edge) => `${String(toTwip(edge) / 20)} pt`).join(' ')}`,
    basedOn: base.id,
    paragraph: { ...base.paragraph, left: pt(left + by.left), right: pt(right + by.right) },
  }
}
