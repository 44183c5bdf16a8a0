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
// Begins with the mark, of which a text has few.
const marked = new RegExp(`\\0{1,3}(${prepositions})\\0{1,3}(?![\\0\\p{L}\\p{M}\\p{N}'’-])`, 'gu')
const object = new RegExp(`^\\s{1,3}(?:${objects})(?![\\p{L}\\p{M}'’-])`, 'u')

/** "of *of* it": English prepositions, one of them in other type, before what they belong to. */
export function markedTwice(text: string): Repeat[] {
  return [...text.matchAll(marked)].flatMap(({ 0: whole, 1: word = '', index }): Repeat[] => {
    const own = index + whole.indexOf(word)
    const end = index + whole.length
    const before = text.slice(Math.max(0, index - word.length - 4), index)
    const after = text.slice(end, end + 40)
    const lead = /(?<![\p{L}\p{M}\p{N}'’\0-])\p{Ll}{1,12}\s{1,3}$/u.exec(before)?.[0].trimEnd()
    if (lead === word && object.test(after))
      return [
        {
          word,
          start: index - before.length + before.lastIndexOf(word),
          second: own,
          end: own + word.length,
        },
      ]
    const gap = /^\s{0,3}/u.exec(after)?.[0].length ?? 0
    if (gap === 0 || !after.startsWith(word, gap) || !object.test(after.slice(gap + word.length)))
      return []
    const second = end + gap
    return [{ word, start: own, second, end: second + word.length }]
  })
}
