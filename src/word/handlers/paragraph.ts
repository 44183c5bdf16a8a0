import type { Block, Paragraph } from '../../model/nodes.ts'
import { identified } from '../bookmark.ts'
import { introduces } from '../introduces.ts'
import { noMarks } from '../marks.ts'
import { paragraphOf } from '../paragraph.ts'
import { paragraphStyleId } from '../place.ts'
import type { Place, State, WordBlock } from '../state.ts'

/** `w:p`. A paragraph that follows another is indented, by its style. */
export const paragraph = (
  state: State,
  place: Place,
  node: Paragraph,
  before: Block | undefined,
  after: Block | undefined,
): readonly WordBlock[] => [
  paragraphOf(
    paragraphStyleId(state, place, before, after),
    identified(state, { node }, state.inlines({ place, marks: noMarks }, node.children)),
    { keepNext: introduces(node, after) },
  ),
]
