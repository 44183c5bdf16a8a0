import type { Delete } from '../../model/nodes.ts'
import { withMark } from '../marks.ts'
import type { Setting, State, WordInline } from '../state.ts'

/** Struck through by style; not a tracked deletion. `delete` is a reserved word. */
export const deleteHandler = (
  state: State,
  setting: Setting,
  node: Delete,
): readonly WordInline[] =>
  state.inlines({ ...setting, marks: withMark(setting.marks, 'delete') }, node.children)
