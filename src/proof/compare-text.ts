import { squash } from './normalise.ts'
import { END_OF_MAYBE, LINE_END, MAYBE, SOME_FOLIO } from './passage.ts'

/** Stretches that should be alike and are not; UTF-16 indices, `end` exclusive; empty where one lacks what the other has. */
export interface Difference {
  readonly expected: { readonly start: number; readonly end: number }
  readonly found: { readonly start: number; readonly end: number }
}

/**
 * Compares two normalised texts, the found one perhaps with line ends. Goes through both at once;
 * where they part, looks for the nearest place at which a few words are the same again, so that one
 * changed word is one difference. At most `limit` of them.
 */
export function compareText(expected: string, found: string, limit = 100): Difference[] {
  if (expected === found) return []
  const differences: Difference[] = []
  let at = { expected: 0, found: 0 }
  while (differences.length < limit) {
    at = walkAlike(expected, found, at)
    if (at.expected === expected.length && at.found === found.length) break
    const start = wordStart(expected, found, at)
    const next = resume(expected, found, at, start)
    differences.push({
      expected: { start: start.expected, end: next.expected },
      found: { start: start.found, end: next.found },
    })
    at = next
  }
  return differences
}

interface Pair {
  readonly expected: number
  readonly found: number
}

/** Goes on as long as both say the same. */
function walkAlike(expected: string, found: string, from: Pair): Pair {
  let i = from.expected
  let j = from.found
  for (;;) {
    const want = expected[i]
    const have = found[j]
    if (want !== undefined && want === have) {
      i++
      j++
    } else if (
      want === END_OF_MAYBE ||
      (want === ' ' && have === undefined && expected[i + 1] === MAYBE)
    ) {
      i++
    } else if (want === MAYBE) {
      i = enterOrPass(expected, found, i, j)
    } else if (have === LINE_END) {
      // Between two lines stands a space that was dropped, or nothing.
      if (want === ' ') i++
      j++
    } else if ((have === '-' || have === '‐') && found[j + 1] === LINE_END) {
      // A hyphen that breaking added; one of the text's own was matched above.
      j += 2
    } else if (want === SOME_FOLIO) {
      const folio = /^[\p{L}\p{N}]+/u.exec(found.slice(j, j + 12))
      if (folio === null) break
      i++
      j += folio[0].length
    } else break
  }
  return { expected: i, found: j }
}

/** Into what a witness may not be shown where the found text has it, else over it, and over one of two spaces. */
function enterOrPass(expected: string, found: string, i: number, j: number): number {
  const end = expected.indexOf(END_OF_MAYBE, i)
  const inside = expected.slice(i + 1, end).trimEnd()
  if (inside === SOME_FOLIO ? /^[\p{L}\p{N}]/u.test(found[j] ?? '') : found.startsWith(inside, j))
    return i + 1
  const isDouble = expected[end + 1] === ' ' && (found[j - 1] ?? ' ') === ' '
  return end + (isDouble ? 2 : 1)
}

/** Back to the start of the word in which the texts part, which is the same length in both. */
function wordStart(expected: string, found: string, at: Pair): Pair {
  let back = 0
  for (;;) {
    const want = expected[at.expected - back - 1]
    const have = found[at.found - back - 1]
    if (want === undefined || want === ' ' || want !== have || back === 40) break
    back++
  }
  return { expected: at.expected - back, found: at.found - back }
}

/** Letters that must be the same for two texts to run together again: two or three words. */
const AGREEING = 14

/** The nearest pair of places after `at` from which the texts say the same for a while; both ends where there is none. `from` is the start of the word in which they part. */
function resume(expected: string, found: string, at: Pair, from: Pair): Pair {
  const end = { expected: expected.length, found: found.length }
  for (const reach of [400, 6_000, Infinity]) {
    const starts = keys(expected, from.expected, reach, true)
    let best: Pair | undefined
    let least = Infinity
    for (const [key, j] of keys(found, from.found, reach, false)) {
      const i = starts.get(key)
      if (i === undefined || (i <= at.expected && j <= at.found)) continue
      const distance = i - from.expected + (j - from.found)
      if (distance < least) {
        least = distance
        best = { expected: i, found: j }
      }
    }
    if (best !== undefined) return best
    if (end.expected - at.expected < reach && end.found - at.found < reach) break
  }
  return end
}

/** First place of each key in a stretch: at the start of each word, or at each letter, since a found word may be divided. */
function keys(text: string, from: number, reach: number, words: boolean): Map<string, number> {
  const found = new Map<string, number>()
  const end = Math.min(text.length, from + reach)
  for (let at = from; at < end; at++) {
    if (words ? at > from && text[at - 1] !== ' ' : squash(text[at] ?? '') === '') continue
    const key = squash(text.slice(at, at + 2 * AGREEING)).slice(0, AGREEING)
    if (key.length === AGREEING && !key.includes(SOME_FOLIO) && !found.has(key)) found.set(key, at)
  }
  return found
}
