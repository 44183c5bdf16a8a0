const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A run of superscript digits in a line. */
export interface Run {
  /** As printed. */
  readonly text: string
  readonly value: number
  /** From 0, UTF-16 units into the line's text. */
  readonly index: number
}

/** The number that superscript digits write. */
export const valueOf = (text: string): number =>
  Number([...text].map((digit) => DIGITS.indexOf(digit)).join(''))

/** The runs of superscript digits of a text, in order. */
export const runsOf = (text: string): readonly Run[] =>
  [...text.matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g)].map((match) => ({
    text: match[0],
    value: valueOf(match[0]),
    index: match.index,
  }))

/** The run with which a text begins, if anything but the rest of a word follows it. */
export function leadingRun(text: string): Run | undefined {
  const run = runsOf(text)[0]
  // Five thousand notes are the limit of a chapter, so four digits are enough.
  return run?.index === 0 && run.text.length <= 4 ? run : undefined
}

/**
 * A call that has found its note is carried through the stages as its number between two
 * noncharacters (Unicode 23.7), which the import refuses in its input.
 */
export const markCall = (value: number): string => `\uFDD0${value}\uFDD1`

/** Every marked call of a text. */
export const MARKED = /\uFDD0(\d+)\uFDD1/g

export const hasCall = (text: string): boolean => text.includes('\uFDD0')

/** The numbers called in a text, in order. */
export const callsOf = (text: string): readonly number[] =>
  [...text.matchAll(MARKED)].map((match) => Number(match[1]))

/** A text with its marked calls as they were printed, for messages and titles. */
export const unmarkCalls = (text: string): string =>
  text.replace(MARKED, (_, digits: string) =>
    [...digits].map((digit) => DIGITS[Number(digit)]).join(''),
  )
