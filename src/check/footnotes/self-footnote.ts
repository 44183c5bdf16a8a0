import { diagnose } from '../../diagnostic/diagnose.ts'
import { keyOf } from '../ground.ts'
import type { Check } from '../rule.ts'

export const selfFootnote: Check = (chapter) =>
  chapter.written.calls
    .filter(({ inNote, key, inline }) => !inline && inNote !== undefined && keyOf(inNote) === key)
    .map(({ label, position }) =>
      diagnose('self-footnote', {
        file: chapter.file,
        position,
        message: `note \`[^${label}]\` calls itself`,
        help: 'take the call out of the note, or call the note that is meant',
      }),
    )
