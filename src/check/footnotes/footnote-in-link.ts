import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Chapter } from '../../model/book.ts'
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
  ...gluedDestinations(chapter),
]

/** `[^568](https://…)`: written as the text of a link is, and yet a call with an address in parentheses behind it. */
function gluedDestinations(chapter: Chapter): Diagnostic[] {
  const { text, at } = groundOf(chapter)
  return chapter.written.calls.flatMap(({ label, inline, position: { start, end } }) => {
    const destination = /^\((?:https?:|www\.|mailto:|#|\.{0,2}\/|<)[^\s()]{1,400}\)/i.exec(
      text.slice(end.offset, end.offset + 420),
    )
    if (destination === null || inline) return []
    return [
      diagnose('footnote-in-link', {
        file: chapter.file,
        position: at(start.offset, end.offset + destination[0].length),
        message: `the call \`[^${label}]\` stands where the text of a link does`,
        note: 'it is no link: the parentheses would be printed behind the number of the note',
        help: `put the address into the text of the note, or write the words that lead there: \`[words](…)[^${label}]\``,
      }),
    ]
  })
}
