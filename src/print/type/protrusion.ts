/**
 * How far marks hang outside the measure, as a share of their own width, so that the edge looks
 * straight: hyphens and stops nearly whole, letters with white at their side a little.
 *
 * Hàn Thế Thành, *Micro-typographic extensions to the TeX typesetting system* (2000), chapter 4; the
 * values are those measured in `docs/sources.md`, "print".
 */
const right: Readonly<Record<string, number>> = {
  '-': 0.7,
  '\u2010': 0.7,
  '\u2011': 0.7,
  '.': 0.7,
  ',': 0.7,
  ':': 0.4,
  ';': 0.4,
  '!': 0.15,
  '?': 0.15,
  '’': 0.6,
  '”': 0.5,
  '‘': 0.6,
  '“': 0.5,
  '»': 0.4,
  '\u2013': 0.3,
  '\u2014': 0.2,
  ')': 0.2,
  ']': 0.1,
  T: 0.05,
  V: 0.05,
  W: 0.05,
  Y: 0.07,
  A: 0.05,
  r: 0.04,
  y: 0.05,
  v: 0.05,
  w: 0.04,
}

const left: Readonly<Record<string, number>> = {
  '“': 0.5,
  '‘': 0.6,
  '„': 0.5,
  '«': 0.4,
  '”': 0.5,
  '’': 0.6,
  '(': 0.2,
  '[': 0.1,
  '\u2013': 0.3,
  '\u2014': 0.2,
  T: 0.05,
  V: 0.05,
  W: 0.05,
  Y: 0.07,
  A: 0.05,
  v: 0.05,
  w: 0.04,
  y: 0.04,
}

/** Share of the width of `mark` (one cluster) that hangs out at the end of a line. */
export const rightShare = (mark: string): number => (Object.hasOwn(right, mark) ? right[mark]! : 0)

/** Share of the width of `mark` that hangs out at the start of a line. */
export const leftShare = (mark: string): number => (Object.hasOwn(left, mark) ? left[mark]! : 0)
