import { once } from './once.ts'

/** A run of the digits 0 to 9 with no digit beside it. Offsets into the chapter's text; `end` is exclusive. */
export interface Numeral {
  readonly start: number
  readonly end: number
}

/**
 * The numbers in a chapter's prose and notes, found once: what dates, typed notes and typed references
 * have in common is a number, and numbers are far fewer than places in a text.
 */
export const numeralsOf = once(({ masked }): readonly Numeral[] => {
  const found: Numeral[] = []
  for (let at = 0; at < masked.length; at++) {
    if (!isDigit(masked.charCodeAt(at))) continue
    const start = at
    while (isDigit(masked.charCodeAt(at))) at++
    found.push({ start, end: at })
  }
  return found
})

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
