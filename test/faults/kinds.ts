import { benignForm } from './kinds/benign-form.ts'
import { benignWords } from './kinds/benign-words.ts'
import { others } from './kinds/manners.ts'
import { pairing } from './kinds/pairing.ts'
import { structure } from './kinds/structure.ts'
import { typingCalls } from './kinds/typing-calls.ts'
import { typingTexts } from './kinds/typing-texts.ts'
import type { Kind } from './kind.ts'

/**
 * All kinds of faults and of harmless changes, drawn up before the checker was measured with them.
 * A kind is never taken out because the checker fails it.
 */
export const kinds: readonly Kind[] = [
  ...pairing,
  ...typingCalls,
  ...typingTexts,
  ...structure,
  ...others,
  ...benignForm,
  ...benignWords,
]
