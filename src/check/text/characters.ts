import { MARK } from '../../model/passage.ts'

/** `U+0430`. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** The character before an offset, marks of Markdown passed over; `''` at the start. At most 40 are passed, so that it stays linear. */
export function before(text: string, at: number): string {
  for (let index = at - 1; index >= Math.max(0, at - 40); index--) {
    const character = text.charAt(index)
    if (character !== MARK) return character
  }
  return ''
}

/** The character that stands at an offset or, marks of Markdown passed over, after it; `''` at the end. */
export function after(text: string, at: number): string {
  for (let index = at; index < Math.min(text.length, at + 200); index++) {
    const character = text.charAt(index)
    if (character !== MARK) return character
  }
  return ''
}

/** Whether of all that a global pattern finds, single characters, each is `open`, and followed by `close` before the next. */
export function closesEach(text: string, marks: RegExp, open: string, close: string): boolean {
  let isOpen = false
  // By hand, since every block is asked and hardly any has more than a pair.
  marks.lastIndex = 0
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    if (found[0] !== (isOpen ? close : open)) {
      marks.lastIndex = 0
      return false
    }
    isOpen = !isOpen
  }
  return !isOpen
}
