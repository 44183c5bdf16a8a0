import { compareText } from './compare-text.ts'
import type { ExpectedPassage } from './expected.ts'
import { cutStream, squash, type Range, type Stream } from './normalise.ts'
import { LINE_END, type Passage } from './passage.ts'

/** Both texts without what print set elsewhere, and found to be the same there. */
export interface Settled {
  readonly want: Stream<ExpectedPassage>
  readonly have: Stream<Passage>
}

/**
 * Takes out of both texts what print may do by its own rules: a table or figure stands whole in
 * another place, and the head row of a table is set again where a page divides it. What is not found
 * word for word stays, to be found as a difference.
 */
export function settleFloats(want: Stream<ExpectedPassage>, read: Stream<Passage>): Settled {
  const floats = floatsOf(want)
  const have = cutStream(read, repeatedHeads(floats, read))
  const text = toSquashed(have.text)
  const cuts: { readonly want: Range; readonly have: Range }[] = []
  const taken = new Set<number>()
  for (const { range, words } of floats) {
    for (let at = text.units.indexOf(words); at >= 0; at = text.units.indexOf(words, at + 1)) {
      const start = text.origin[at] ?? 0
      const end = (text.origin[at + words.length - 1] ?? 0) + 1
      if (taken.has(at) || !isWhole(have.text, start, end)) continue
      const differs = compareText(
        want.text.slice(range.start, range.end).trim(),
        have.text.slice(start, end),
      )
      if (differs.length > 0) continue
      taken.add(at)
      cuts.push({ want: range, have: { start, end: Math.min(end + 1, have.text.length) } })
      break
    }
  }
  return {
    want: cutStream(
      want,
      cuts.map((cut) => cut.want),
    ),
    have: cutStream(
      have,
      cuts.map((cut) => cut.have),
    ),
  }
}

/** A table or figure in the expected text. */
interface Float {
  readonly range: Range
  readonly words: string
  /** Of a table: head row first. */
  readonly rows: readonly string[]
}

function floatsOf({ text, passages, passageOf }: Stream<ExpectedPassage>): Float[] {
  const floats: Float[] = []
  let start = 0
  const of = (at: number): string | undefined => passages[passageOf[at] ?? 0]?.of
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && of(at) === of(start)) continue
    if (of(start) !== undefined) {
      const rows = new Map<number, string>()
      for (let unit = start; unit < at; unit++) {
        const row = passages[passageOf[unit] ?? 0]?.row
        if (row !== undefined) rows.set(row, (rows.get(row) ?? '') + squash(text[unit] ?? ''))
      }
      const words = squash(text.slice(start, at))
      if (words !== '') floats.push({ range: { start, end: at }, words, rows: [...rows.values()] })
    }
    start = at
  }
  return floats
}

/** Head rows at the start of a page between two rows of their table. */
function repeatedHeads(floats: readonly Float[], have: Stream<Passage>): Range[] {
  const text = toSquashed(have.text)
  const pageStarts = text.origin.flatMap((origin, at) => {
    const place = (index: number): string | undefined =>
      have.passages[have.passageOf[text.origin[index] ?? 0] ?? 0]?.place
    return at > 0 && place(at) !== place(at - 1) ? [{ at, origin }] : []
  })
  return pageStarts.flatMap(({ at, origin }) => {
    for (const { rows } of floats) {
      const [head = '', ...others] = rows
      if (head === '' || !text.units.startsWith(head, at)) continue
      const next = at + head.length
      const isBetween = others.some(
        (row, index) =>
          index > 0 &&
          text.units.startsWith(row, next) &&
          text.units.endsWith(others[index - 1] ?? '', at),
      )
      if (isBetween) return [{ start: origin, end: text.origin[next] ?? have.text.length }]
    }
    return []
  })
}

interface Squashed {
  readonly units: string
  /** Index in the text of each unit. */
  readonly origin: readonly number[]
}

function toSquashed(text: string): Squashed {
  const origin: number[] = []
  let units = ''
  for (let at = 0; at < text.length; at++) {
    const unit = squash(text[at] ?? '')
    if (unit === '') continue
    units += unit
    origin.push(at)
  }
  return { units, origin }
}

/** True where the stretch is whole lines. */
const isWhole = (text: string, start: number, end: number): boolean =>
  (start === 0 || text[start - 1] === LINE_END) && (end === text.length || text[end] === LINE_END)
