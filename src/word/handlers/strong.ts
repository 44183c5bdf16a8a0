import type { Strong } from '../../model/nodes.ts'
import { withMark } from '../marks.ts'
import type { Setting, State, WordInline } from '../state.ts'

/** The character style Strong. */
export const strong = (state: State, setting: Setting, node: Strong): readonly WordInline[] =>
  state.inlines({ ...setting, marks: withMark(setting.marks, 'strong') }, node.children)
