import { diagnose } from '../../diagnostic/diagnose.ts'
import { damagesOf } from '../damage.ts'
import { groundOf, keyOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** A call, or a note in its place, inside another note; not in what a damage makes one. */
export const nestedFootnote: Check = (chapter) => {
  const healed = new Set(
    damagesOf(chapter).flatMap(({ heals }) => heals.map(({ offset }) => offset)),
  )
  return chapter.written.calls
    .filter(
      ({ inNote, key, inline, position }) =>
        inNote !== undefined &&
        (inline || keyOf(inNote) !== key) &&
        !healed.has(position.start.offset),
    )
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
}
