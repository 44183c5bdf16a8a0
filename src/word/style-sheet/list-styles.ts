import type { StyleName, Template } from '../../template/template.ts'
import { pt, type Pt } from '../../unit/length.ts'
import { itemEdges, tokenOf } from '../place.ts'
import type { Place } from '../state.ts'
import type { ParagraphStyle } from './paragraph-style.ts'

/** Styles of what stands beside a marker. Where it stands is the number's to say (`w:lvl`); white over it, or none, the style's. */
export const itemStyles = (
  id: string,
  name: string,
  token: StyleName,
  space: Pt,
): readonly ParagraphStyle[] => [
  { id, name, token, paragraph: { left: pt(0), before: pt(0), after: pt(0) } },
  {
    id: `${id}Spaced`,
    name: `${name} Spaced`,
    token,
    basedOn: id,
    next: id,
    paragraph: { left: pt(0), before: space, after: pt(0) },
  },
]

/** Text that goes on in a list item without a marker of its own: flush under what is set apart, indented under a paragraph. */
export function continuations(
  template: Template,
  id: string,
  name: string,
  within: Place['within'],
): readonly ParagraphStyle[] {
  const { left, right } = itemEdges(template, within)
  const token = tokenOf(within)
  const paragraph = {
    ...(token === 'note' && { align: 'start' as const }),
    left,
    right,
    before: pt(0),
    after: pt(0),
  }
  return [
    { id, name, token, paragraph },
    {
      id: `${id}Indented`,
      name: `${name} Indented`,
      token,
      basedOn: id,
      paragraph: { ...paragraph, firstLine: template.styles[token].indent },
    },
  ]
}
