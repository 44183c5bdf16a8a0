import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import { pairingOf } from '../pairing.ts'
import type { Check } from '../rule.ts'

/** A text without a call; where damage or another mistake explains it, that one speaks. */
export const unusedFootnote: Check = (chapter) =>
  pairingOf(chapter).unused.map(({ label, position: { start } }) =>
    diagnose('unused-footnote', {
      file: chapter.file,
      position: groundOf(chapter).at(start.offset, start.offset + label.length + 4),
      message: `note \`[^${label}]\` has a text, but is called nowhere`,
      help: `call it with \`[^${label}]\` where it belongs, or delete it`,
    }),
  )
