import { element } from '../element.ts'
import { run } from '../run.ts'
import type { Setting, State, WordInline } from '../state.ts'

/** `w:br`: a new line in the same paragraph. `break` is a reserved word. */
export const breakHandler = (state: State, setting: Setting): readonly WordInline[] => [
  run(state, setting, [element('w:br')]),
]
