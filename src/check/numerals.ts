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
  digits.lastIndex = 0
  for (let match = digits.exec(masked); match !== null; match = digits.exec(masked))
    found.push({ start: match.index, end: digits.lastIndex })
  return found
})

// Much faster than a look at each character by hand.
const digits = /\d+/g
