import type { Emphasis } from '../../model/nodes.ts'
import { withMark } from '../marks.ts'
import type { Setting, State, WordInline } from '../state.ts'

/** The character style Emphasis. */
export const emphasis = (state: State, setting: Setting, node: Emphasis): readonly WordInline[] =>
  state.inlines({ ...setting, marks: withMark(setting.marks, 'emphasis') }, node.children)
