import { pt } from '../../unit/length.ts'
import type { Blockquote } from '../../model/nodes.ts'
import type { Place, State, WordBlock } from '../state.ts'

/** The style Quote for what is in it; in a note, a note's own. */
export function blockquote(state: State, place: Place, node: Blockquote): readonly WordBlock[] {
  if (place.within === 'note' || place.within === 'noteQuotation')
    return state.blocks({ ...place, within: 'noteQuotation', depth: 0 }, node.children)
  const { inset } = state.template.styles.quotation
  return state.blocks(
    {
      ...place,
      within: 'quotation',
      depth: 0,
      start: inset,
      measure: pt(place.measure - 2 * inset),
    },
    node.children,
  )
}
