import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf, keyOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** A call, or a note in its place, inside another note. */
export const nestedFootnote: Check = (chapter) =>
  chapter.written.calls
    .filter(({ inNote, key, inline }) => inNote !== undefined && (inline || keyOf(inNote) !== key))
    .map(({ label, inline, inNote = '', position }) =>
      diagnose('nested-footnote', {
        file: chapter.file,
        position: inline
          ? groundOf(chapter).at(position.start.offset, position.end.offset)
          : position,
        message: `${inline ? 'a note in its place' : `note \`[^${label}]\``} is called inside ${inNote === '' ? 'another note' : `note \`[^${inNote}]\``}`,
        help: inline
          ? 'write it as a sentence of the note'
          : `write \`see @fn-${label}\`, or call it in the text`,
      }),
    )
