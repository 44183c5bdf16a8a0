import { diagnose } from '../../diagnostic/diagnose.ts'
import { nearest } from '../../diagnostic/nearest.ts'
import { groundOf, isEscaped, keyOf } from '../ground.ts'
import { pairingOf } from '../pairing.ts'
import type { Check } from '../rule.ts'

// Where more are missing, a slip is not what happened, and the search would not be linear.
const most = 100

/** A text of up to 300 characters without brackets; longer ones are read by no one as a link. */
const reference = /\[([^[\]\n\0]{1,300})\]\[([^[\]\n\0]{0,100})\]/g

/**
 * `[text][nope]` and `[text][]` (CommonMark 6.3). Brackets alone, `[sic]`, are no link; numbers and
 * letters in brackets one after the other, `[1][2]` or `a[i][j]`, are none either.
 */
export const undefinedLink: Check = (chapter) => {
  const { masked, at } = groundOf(chapter)
  // What was cut off, or is swallowed by a fence, may hold them all.
  if (!masked.includes('][') || pairingOf(chapter).isCut) return []
  const labels = chapter.written.linkDefinitions.map(({ label }) => label)
  const unused = chapter.written.linkDefinitions.flatMap(({ label, used }) => (used ? [] : [label]))
  const defined = new Set(labels.map(keyOf))
  const found = [...masked.matchAll(reference)]
  const known = found.length > most ? [] : labels
  return found.flatMap(({ index, 0: whole, 1: text = '', 2: given = '' }) => {
    const label = given === '' ? text : given
    if (
      defined.has(keyOf(label)) ||
      isEscaped(masked, index) ||
      /^[\^@-]/.test(text) ||
      /^[\^@]/.test(given)
    )
      return []
    if (/^[\d\s,–-]+$/.test(text) || /^\d+$/.test(given)) return []
    if (
      /[\p{L}\p{N}\])]/u.test(masked[index - 1] ?? '') ||
      '([{:'.includes(masked[index + whole.length] || ' ')
    )
      return []
    if (text.length <= 2 && given.length <= 2) return []
    // The only label that is used nowhere is the one that was meant.
    const like = nearest(label, known) ?? (unused.length === 1 ? unused[0] : undefined)
    return [
      diagnose('undefined-link', {
        file: chapter.file,
        position: at(index, index + whole.length),
        message: `the address label \`[${label}]\` is not defined`,
        help:
          like === undefined
            ? `write \`[${label}]: https://…\` on a line of its own`
            : `write \`[${like}]\` if that is meant, or \`[${label}]: https://…\` on a line of its own`,
      }),
    ]
  })
}
