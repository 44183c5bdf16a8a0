import type { Figure, Table } from '../model/nodes.ts'
import { bookmarked, numberOf } from './bookmark.ts'
import { field } from './field.ts'
import { noMarks, withMark } from './marks.ts'
import { run } from './run.ts'
import type { Place, State, WordInline } from './state.ts'

/** Names of the counts that `SEQ` keeps: Word's own, whatever the language, so that its list of figures finds them. */
const sequences = { figure: 'Figure', table: 'Table' } as const

/**
 * "Figure 1. Caption": the number a `SEQ` field, "Figure 1" and the number alone in a bookmark each.
 * Empty where the block has no caption.
 */
export function caption(state: State, place: Place, node: Figure | Table): readonly WordInline[] {
  if (node.number === undefined) return []
  const setting = { place, marks: noMarks }
  const strong = { place, marks: withMark(noMarks, 'strong') }
  // `\s 1`: from 1 again after each heading of level 1, a chapter's title.
  const restart = state.severalChapters ? ' \\s 1' : ''
  const instruction = `SEQ ${sequences[node.type]} \\* ARABIC${restart}`
  const number = field(state, strong, instruction, String(node.number))
  const { anchor } = node
  const label = [
    run(state, strong, [`${place.words[node.type]}\u00A0`]),
    ...(anchor === undefined ? number : bookmarked(state, numberOf(anchor), number)),
  ]
  return [
    ...(anchor === undefined ? label : bookmarked(state, anchor, label)),
    run(state, strong, ['.']),
    run(state, setting, [' ']),
    ...state.inlines(setting, node.caption),
  ]
}
