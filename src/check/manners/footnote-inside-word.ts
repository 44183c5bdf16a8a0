import type { Manner } from './manner.ts'

/** Scripts whose words no space parts (UAX #14, classes ID and SA), and Hangul, whose particles follow a call. */
const unparted =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Hangul}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}\p{scx=Javanese}\p{scx=Balinese}]/u

/** A word or a quotation begins, in a script that parts words by spaces. */
const isGluedOn = (tail: string): boolean =>
  /^[“‘„«]?\p{L}/u.test(tail) && !unparted.test(tail.slice(0, 2))

/**
 * The rest of an English compound that its first word cannot do without: `a post office[^1]-like hall`.
 * `well[^1]-known` is two words, and its call may belong to the first.
 */
const suffix =
  /^[-‐‑](?:like|wide|based|free|style|type|sized|shaped|related|proof|ish)(?![\p{L}\p{M}\p{N}])/iu

/** A call with letters on both sides, or with a word that is glued to it. */
export const footnoteInsideWord: Manner = {
  rule: 'footnote-inside-word',
  find(calls, index, { text, at, chapter }) {
    const placed = calls[index]
    if (placed === undefined) return undefined
    const { start, end } = placed
    // `known.[^1]The other`: the space behind the call is missing.
    if (/[.,;:!?…)”’"]/u.test(text[start - 1] ?? '') && isGluedOn(text.slice(end, end + 3)))
      return {
        position: at(start, end),
        message: `no space parts ${placed.shown} from the word behind it`,
        help: 'write the space that is missing behind it',
        fix: [{ start: end, end, text: ' ' }],
      }
    if (/[\s.,;:)\]”’"]/u.test(text[start - 1] ?? ' ') || /[\s.,;:]/u.test(text[end] ?? ' '))
      return undefined
    const head = /[\p{L}\p{M}]{1,40}$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0]
    const isEnglish = /^en(?:-|$)/i.test(chapter.language)
    const tail =
      (isEnglish ? /^(?:['’]s(?!\p{L})|[\p{L}\p{M}]{1,40})/u : /^[\p{L}\p{M}]{1,40}/u).exec(
        text.slice(end, end + 40),
      )?.[0] ?? (isEnglish ? suffix.exec(text.slice(end, end + 12))?.[0] : undefined)
    if (head === undefined || tail === undefined) return undefined
    if (unparted.test(head.slice(-2)) || unparted.test(tail.slice(0, 2))) return undefined
    return {
      position: at(start, end),
      message: `${placed.shown} stands inside a word: \`${head}…${tail}\``,
      help: 'move it behind the word, or write the space that is missing behind it',
    }
  },
}
