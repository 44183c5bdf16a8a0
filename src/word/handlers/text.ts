import type { Text } from '../../model/nodes.ts'
import { run } from '../run.ts'
import type { Setting, State, WordInline } from '../state.ts'

/** `w:t`, with `w:lang` where its language is not the document's. */
export const text = (state: State, setting: Setting, node: Text): readonly WordInline[] => [
  run(state, setting, [node.value], node.language),
]
