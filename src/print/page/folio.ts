const numerals: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

/** A page number of the front matter in lower-case roman numerals: 4 is `iv`. From 1. */
export function toRoman(value: number): string {
  let [rest, text] = [value, '']
  for (const [numeral, worth] of numerals) {
    while (rest >= worth) {
      text += numeral
      rest -= worth
    }
  }
  return text
}

/** Odd pages are right-hand pages. */
export const sideOf = (pageNumber: number): 'recto' | 'verso' =>
  pageNumber % 2 === 1 ? 'recto' : 'verso'
