import { diagnose } from '../../diagnostic/diagnose.ts'
import { nearest } from '../../diagnostic/nearest.ts'
import { damagesOf } from '../damage.ts'
import { undefinedLink } from './undefined-link.ts'
import type { Check } from '../rule.ts'

/** A label that no link uses. `[//]: # (…)` is a way to write comments; a label with a caret is a damaged note. */
export const unusedLink: Check = (chapter, book) => {
  const damages = damagesOf(chapter)
  const wanted = undefinedLink(chapter, book).map(({ help = '' }) => help)
  return chapter.written.linkDefinitions
    .filter(
      ({ label, used, position: { start } }) =>
        !used &&
        !/^(?:\^|\/\/$|comment$|#$)/i.test(label.trim()) &&
        !damages.some((damage) => damage.start <= start.offset && start.offset < damage.end) &&
        // A link with a mistyped label tells of it already.
        !wanted.some((help) => help.startsWith(`write \`[${label}]\``)),
    )
    .map(({ label, position }) => {
      const like = nearest(
        label,
        chapter.written.definitions.map((note) => note.label),
      )
      return diagnose('unused-link', {
        file: chapter.file,
        position,
        message: `the address label \`[${label}]\` is used nowhere`,
        help:
          like === undefined
            ? `link to it with \`[text][${label}]\`, or delete it`
            : `link to it with \`[text][${label}]\`, or write \`[^${label}]:\` if it is a note`,
      })
    })
}
