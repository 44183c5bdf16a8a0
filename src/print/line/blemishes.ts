import type { Line } from './line.ts'
import { advanceAt, isSpace } from './set-words.ts'

/** Lines through which white runs down, at the least, for a reader to see a river. */
const RIVER = 4
/** Lines that begin or end with one word, at the least, for a reader to see a stack. */
const STACK = 3
/** Share of the narrower gap by which two gaps over one another overlap, at the least. */
const OVERLAP = 0.5

interface Gap {
  readonly from: number
  readonly to: number
  /** Lines through which white has run down to it. */
  readonly depth: number
}

/**
 * Indices of the lines in which a blemish of the paragraph is complete: white that runs down through
 * four lines (a river, Bringhurst 2.1.5), or one word at the edge of three lines (a stack).
 */
export function blemishesOf(lines: readonly Line[]): readonly number[] {
  // Shorter paragraphs can have none.
  if (lines.length < STACK) return []
  const found: number[] = []
  let above: readonly Gap[] = []
  lines.forEach((line, index) => {
    const gaps = gapsOf(line, above)
    if (gaps.some(({ depth }) => depth === RIVER) || endsStack(lines, index)) found.push(index)
    above = gaps
  })
  return found
}

function gapsOf({ runs }: Line, above: readonly Gap[]): readonly Gap[] {
  const gaps: Gap[] = []
  let first = 0
  for (const run of runs) {
    let x: number = run.x
    for (let index = 0; index < run.words.length; index++) {
      const word = run.words[index]!
      const from = x
      for (let glyph = 0; glyph < word.ids.length; glyph++) x += advanceAt(run, index, glyph)
      const to = x
      if (to <= from || !isSpace(word)) continue
      // Both rows of gaps are in order: what ends before this one begins is over nothing to come.
      while ((above[first]?.to ?? Infinity) <= from) first++
      let depth = 1
      for (let i = first; (above[i]?.from ?? Infinity) < to; i++) {
        const over = above[i]
        if (over === undefined) break
        const shared = Math.min(to, over.to) - Math.max(from, over.from)
        const narrower = Math.min(to - from, over.to - over.from)
        if (shared > OVERLAP * narrower) depth = Math.max(depth, over.depth + 1)
      }
      gaps.push({ from, to, depth })
    }
  }
  return gaps
}

/** True where this line is the third that begins, or ends, with one word of some length. */
function endsStack(lines: readonly Line[], index: number): boolean {
  if (index < STACK - 1) return false
  const own = lines.slice(index - STACK + 1, index + 1).map(({ text }) => text.toLowerCase())
  const heads = new Set(own.map((text) => text.slice(0, text.indexOf(' '))))
  if (heads.size === 1 && isSeen([...heads][0])) return true
  const tails = new Set(own.map((text) => text.slice(text.lastIndexOf(' ') + 1)))
  return tails.size === 1 && isSeen([...tails][0])
}

const isSeen = (word: string | undefined): boolean => word !== undefined && word.length > 2
