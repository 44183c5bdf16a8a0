import type { ThematicBreak } from '../../model/nodes.ts'
import { identified } from '../bookmark.ts'
import { paragraphOf } from '../paragraph.ts'
import { styleAt } from '../place.ts'
import type { Place, State, WordBlock } from '../state.ts'

/** A paragraph without text whose style draws a rule (`w:pBdr`). */
export const thematicBreak = (
  state: State,
  place: Place,
  node: ThematicBreak,
): readonly WordBlock[] => [
  paragraphOf(styleAt(state, place, 'HorizontalLine'), identified(state, { node }, [])),
]
