import { lineHead } from '../ground.ts'
import { followsBareAddress } from './bare-address.ts'
import type { Manner } from './manner.ts'

/** White space between a call and its words; at the head of a line it is `footnote-at-line-start`. */
export const spaceBeforeFootnote: Manner = {
  rule: 'space-before-footnote',
  find(calls, index, ground) {
    const placed = calls[index]
    if (placed === undefined || placed.headsBlock || placed.headsLine) return undefined
    const { before, start, end, shown } = placed
    const gap = ground.text.slice(before, start)
    if (gap === '' || isSetSpace(gap, ground.chapter.language)) return undefined
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
 * A thin or hair space is set on purpose, and U+FEFF has no width; in French a no-break space parts a call from its word
 * (Lexique des règles typographiques en usage à l'Imprimerie nationale, "Appel de note").
 */
const isSetSpace = (gap: string, language: string): boolean =>
  /^[\u2006\u2009\u200a\ufeff]$/u.test(gap) ||
  (/^fr(?:-|$)/i.test(language) && /^(?:[\u00a0\u202f]|&nbsp;)$/u.test(gap))
