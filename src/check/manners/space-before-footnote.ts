import { lineHead, type Ground } from '../ground.ts'
import { followsBareAddress } from './bare-address.ts'
import type { Manner } from './manner.ts'
import type { PlacedCall } from './placed-calls.ts'

/** White space between a call and its words; at the head of a line it is `footnote-at-line-start`. */
export const spaceBeforeFootnote: Manner = {
  rule: 'space-before-footnote',
  find(calls, index, ground) {
    const placed = calls[index]
    if (placed === undefined || placed.headsBlock || placed.headsLine) return undefined
    const { before, start, end, shown } = placed
    const gap = ground.text.slice(before, start)
    if (gap === '' || isSetSpace(gap, ground, calls)) return undefined
    const head = lineHead(ground.text, before)
    // The first thing in a cell, in a bracket or behind a mark of a list has nothing before it.
    if (/[|([{“‘«]$|^\s*(?:[-+*]|\d{1,9}[.)]|:)$/u.test(head)) return undefined
    // "Source: [^5]" in a caption or below a table: the call stands for a word.
    if (/(?:^|[\s|(*_>])(?:sources?|notes?|references?|refs?\.?)[*_]{0,2}:[*_]{0,2}$/i.test(head))
      return undefined
    if (followsBareAddress(ground, before)) return undefined
    const asWord = /(?:^|\s)(?:see|also|cf\.|notes?|footnotes?|fn\.|n\.|voir|siehe|vgl\.|см\.)$/i
    return {
      position: ground.at(before, end),
      message: `white space stands before ${shown}`,
      ...(asWord.test(head)
        ? { help: `write \`@fn-${placed.call.label || 'label'}\` where the note is meant by name` }
        : {
            help: 'write the call directly behind the word or mark that it belongs to',
            fix: [{ start: before, end: start, text: '' }],
          }),
    }
  },
}

/**
 * U+FEFF has no width; in French a no-break space or a thin one parts a call from its word
 * (Lexique des règles typographiques en usage à l'Imprimerie nationale, "Appel de note"). Elsewhere a
 * thin or hair space is set on purpose where a chapter has it before most of its calls.
 */
const isSetSpace = (gap: string, ground: Ground, calls: readonly PlacedCall[]): boolean =>
  gap === '\ufeff' ||
  (/^fr(?:-|$)/i.test(ground.chapter.language) &&
    /^(?:[\u00a0\u202f\u2006\u2009\u200a]|&nbsp;)$/u.test(gap)) ||
  (thin.test(gap) && setsThin(calls, ground))

const thin = /^[\u2006\u2009\u200a]$/u

const customs = new WeakMap<Ground, boolean>()

/** Asked of a chapter once. */
function setsThin(calls: readonly PlacedCall[], ground: Ground): boolean {
  const known = customs.get(ground)
  if (known !== undefined) return known
  const set = calls.filter(({ before, start }) => thin.test(ground.text.slice(before, start)))
  const is = set.length > 1 && set.length * 2 > calls.length
  customs.set(ground, is)
  return is
}
