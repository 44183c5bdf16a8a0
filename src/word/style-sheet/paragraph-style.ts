import type { XmlComponent } from 'docx'
import type { StyleName, Template } from '../../template/template.ts'
import { pt, type Pt } from '../../unit/length.ts'
import { element } from '../element.ts'
import { DEEPEST_LEVEL } from '../numbering.ts'
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
}

/** `w:style` for a paragraph style. What it does not say is as in its token, whatever it is based on. */
export function styleElement(template: Template, style: ParagraphStyle): XmlComponent {
  const { id, name, basedOn, next } = style
  const isDefault = id === 'Normal'
  return element(
    'w:style',
    { 'w:type': 'paragraph', ...(isDefault && { 'w:default': 1 }), 'w:styleId': id },
    [
      element('w:name', { 'w:val': name }),
      ...(isDefault ? [] : [element('w:basedOn', { 'w:val': basedOn ?? 'Normal' })]),
      ...(next === undefined ? [] : [element('w:next', { 'w:val': next })]),
      ...flag('w:qFormat', true),
      paragraphProperties(template, style.token, style.paragraph),
      runProperties(template, style.token, style.run),
    ],
  )
}

/** A style for each depth: text that goes on in a list item without a marker of its own. */
export const continuations = (
  template: Template,
  id: string,
  name: string,
  token: StyleName,
  start: Pt,
  space: Pt,
): readonly ParagraphStyle[] =>
  Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
    id: level === 0 ? id : `${id}${String(level + 1)}`,
    name: level === 0 ? name : `${name} ${String(level + 1)}`,
    token,
    paragraph: {
      ...(token === 'note' && { align: 'start' as const }),
      left: pt(start + template.lists.indent * (level + 1)),
      before: pt(0),
      after: space,
    },
  }))
