import type { Heading } from '../../model/nodes.ts'
import { bookmarked, identified } from '../bookmark.ts'
import { noMarks } from '../marks.ts'
import { paragraphOf } from '../paragraph.ts'
import type { Place, State, WordBlock } from '../state.ts'

/** A paragraph in the style `heading 2` to `heading 6`, its text in a bookmark to which `REF` points. */
export function heading(state: State, place: Place, node: Heading): readonly WordBlock[] {
  const children = state.inlines({ place, marks: noMarks }, node.children)
  return [
    paragraphOf(
      `Heading${String(node.level)}`,
      identified(state, { node }, bookmarked(state, node.anchor, children)),
    ),
  ]
}
