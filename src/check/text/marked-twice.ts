/** A word that stands twice. Offsets into the text of its block; `end` is exclusive. */
export interface Repeat {
  /** In small letters, as it stands the second time. */
  readonly word: string
  readonly start: number
  readonly second: number
  readonly end: number
}

const prepositions = 'of|in|on|at|to|by|for|with|from|into|about|between|through|under|than'
const objects =
  'the|an?|this|that|these|those|it|them|him|her|his|its|their|our|my|your|us|which|whom'
const marked = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}'’\\0-])(?:(${prepositions})\\s{1,3}\\0{1,3}\\1\\0{1,3}|\\0{1,3}(${prepositions})\\0{1,3}\\s{1,3}\\2)(?=\\s{1,3}(?:${objects})(?![\\p{L}\\p{M}'’-]))`,
  'gu',
)

/** "of *of* it": English prepositions, one of them in other type, before what they belong to. */
export function markedTwice(text: string): Repeat[] {
  return [...text.matchAll(marked)].map(({ 0: whole, 1: plain, 2: other, index }) => {
    const word = plain ?? other ?? ''
    const second = index + whole.lastIndexOf(word)
    return { word, start: index + whole.indexOf(word), second, end: second + word.length }
  })
}
