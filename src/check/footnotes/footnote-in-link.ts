import { diagnose } from '../../diagnostic/diagnose.ts'
import { lostCalls } from '../pairing.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** A call in the text of a link, or glued to a bare address, which takes it in (GFM autolink literals). */
export const footnoteInLink: Check = (chapter) => [
  ...chapter.written.calls
    .filter(({ place }) => place === 'link')
    .map(({ label, inline, position }) =>
      diagnose('footnote-in-link', {
        file: chapter.file,
        position,
        message: `${inline ? 'a note' : `note \`[^${label}]\``} is called inside a link`,
        help: 'put the call behind the link',
      }),
    ),
  ...lostCalls(groundOf(chapter))
    .filter(({ where }) => where === 'address')
    .map(({ label, position }) =>
      diagnose('footnote-in-link', {
        file: chapter.file,
        position,
        message: `the call \`[^${label}]\` is taken in by the address before it`,
        note: 'the address would be wrong, and the note would be called nowhere',
        help: `put the address in angle brackets: \`<https://…>[^${label}]\``,
      }),
    ),
]
