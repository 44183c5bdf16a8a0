import type { FootnoteReference } from '../../model/nodes.ts'
import { bookmarked } from '../bookmark.ts'
import { element, textElement } from '../element.ts'
import type { Setting, State, WordInline } from '../state.ts'

/**
 * `w:footnoteReference` in the style `footnote reference`, with a bookmark around it to which `NOTEREF`
 * points. A number that Word's own count would not give is written out (`w:customMarkFollows`).
 */
export function footnoteReference(
  state: State,
  _setting: Setting,
  node: FootnoteReference,
): readonly WordInline[] {
  const note = state.notes.get(node.note)
  if (note === undefined) throw new Error(`no note ${node.note} in the book`)
  const call = element('w:r', {}, [
    element('w:rPr', {}, [element('w:rStyle', { 'w:val': 'FootnoteReference' })]),
    ...(note.counted
      ? [element('w:footnoteReference', { 'w:id': note.id })]
      : [
          element('w:footnoteReference', { 'w:customMarkFollows': 1, 'w:id': note.id }),
          textElement(node.number),
        ]),
  ])
  return bookmarked(state, node.note, [call])
}
