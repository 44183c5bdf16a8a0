import { pt } from '../../unit/length.ts'
import type { Blockquote } from '../../model/nodes.ts'
import { isInNote } from '../place.ts'
import type { Place, State, WordBlock } from '../state.ts'

/** The style Quote for what is in it; in a note, a note's own. */
export function blockquote(state: State, place: Place, node: Blockquote): readonly WordBlock[] {
  const { inset } = state.template.styles.quotation
  return state.blocks(
    {
      ...place,
      within: isInNote(place) ? 'noteQuotation' : 'quotation',
      inItem: false,
      start: pt(place.start + inset),
      measure: pt(place.measure - 2 * inset),
    },
    node.children,
  )
}
