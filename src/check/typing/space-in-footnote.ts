import type { Finder } from '../damage.ts'
import { labelsIn } from './joined-footnotes.ts'
import { headsLine, isEscaped, type Ground } from '../ground.ts'

const spaced = /\[([\p{Zs}\t]{0,8})\^([^[\]\n\0]{1,80})\]/gu

/** `[ ^568]`, `[^ 568 ]`, `[^5 68]`: with any white space a label is none (GFM footnotes). */
export const spaceInFootnote: Finder = (ground) =>
  [...ground.masked.matchAll(spaced)].flatMap(
    ({ index, 0: whole, 1: lead = '', 2: inner = '' }) => {
      if (lead === '' && !/[\p{Zs}\t]/u.test(inner)) return []
      // A no-break space is allowed in a label, and well where call and text have it: `footnote-label`.
      if (lead === '' && !/[ \t]/.test(inner) && ground.isDefined(inner)) return []
      if (isEscaped(ground.masked, index) || labelsIn(ground, inner) !== undefined) return []
      const label = meant(ground, inner)
      if (label === undefined) return []
      const colon = ground.text[index + whole.length] === ':' && headsLine(ground.text, index)
      const end = index + whole.length + (colon ? 1 : 0)
      const mended = `[^${label}]${colon ? ':' : ''}`
      const isNote = label.split('-').length > 4 && !ground.isDefined(label)
      return [
        {
          rule: 'space-in-footnote',
          start: index,
          end,
          message: `a space stands inside the brackets of \`${whole}\``,
          help: isNote
            ? `write \`^[${inner.trim()}]\` for a note in its place, or \`[^label]\` for a call`
            : `write \`${mended}\``,
          ...(ground.isDefined(label) || ground.lacksText(label)
            ? { fix: [{ start: index, end, text: mended }] }
            : {}),
          heals: [{ what: colon ? 'definition' : 'call', label, offset: index }],
        },
      ]
    },
  )

/** The label that was meant: without its spaces, or with dashes in their place where such a note exists. */
function meant(ground: Ground, inner: string): string | undefined {
  const words = inner.split(/[\p{Zs}\t]+/u).filter((word) => word !== '')
  // A class of characters, `[^ ]` or `[^ a-z]`, is no call.
  if (!/^[\p{L}\p{N}]/u.test(words[0] ?? '') || /[a-z]-[a-z]\b/.test(words[0] ?? ''))
    return undefined
  const candidates = [words.join(''), words.join('-'), words.join('_')]
  const known = candidates.find((label) => ground.isDefined(label) || ground.lacksText(label))
  // `[^568 and more text]` is a call that is not closed.
  const [first = ''] = words
  const isCall = ground.isDefined(first) || ground.lacksText(first)
  if (known === undefined && words.length > 1 && isCall) return undefined
  return known ?? (words.every((word) => /^\d+$/.test(word)) ? words.join('') : words.join('-'))
}
