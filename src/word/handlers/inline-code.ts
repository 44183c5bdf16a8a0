import type { InlineCode } from '../../model/nodes.ts'
import { withMark } from '../marks.ts'
import { run } from '../run.ts'
import type { Setting, State, WordInline } from '../state.ts'

/** The character style Verbatim Char. */
export const inlineCode = (
  state: State,
  setting: Setting,
  node: InlineCode,
): readonly WordInline[] => [
  run(state, { ...setting, marks: withMark(setting.marks, 'code') }, [node.value]),
]
