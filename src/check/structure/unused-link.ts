import { diagnose } from '../../diagnostic/diagnose.ts'
import { nearest } from '../../diagnostic/nearest.ts'
import { damagesOf, stretchesOf } from '../damage.ts'
import { undefinedLink } from './undefined-link.ts'
import { Spans } from '../spans.ts'
import type { Check } from '../rule.ts'

// Where there are more, none is a note that lost its caret, and the search would not be linear.
const most = 100

/** A label that no link uses. `[//]: # (…)` is a way to write comments; a label with a caret is a damaged note. */
export const unusedLink: Check = (chapter, book) => {
  const damages = new Spans(damagesOf(chapter).flatMap(stretchesOf))
  const wanted = new Set(
    undefinedLink(chapter, book).map(({ help = '' }) => help.slice(0, help.indexOf('`', 7) + 1)),
  )
  const { linkDefinitions, definitions } = chapter.written
  const notes = linkDefinitions.length > most ? [] : definitions.map(({ label }) => label)
  return chapter.written.linkDefinitions
    .filter(
      ({ label, used, position: { start } }) =>
        !used &&
        !/^(?:\^|\/\/$|comment$|#$)/i.test(label.trim()) &&
        !damages.holds(start.offset) &&
        // A link with a mistyped label tells of it already.
        !wanted.has(`write \`[${label}]\``),
    )
    .map(({ label, position }) => {
      const like = nearest(label, notes)
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
