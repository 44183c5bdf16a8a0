import { fits } from '../../unit/length.ts'
import type { BreakableNote, Frame } from './break-pages.ts'

/** A stretch of a note: slugs `from` to `to`, exclusive; `note` is its index. */
export interface Piece {
  readonly note: number
  readonly from: number
  readonly to: number
}

/** Notes that begin on one page and go on, one after the other, on the next. */
export interface Shared {
  readonly begun: readonly Piece[]
  readonly rest: readonly Piece[]
}

/** Lines of text that stay on the page with the one that calls, so that no paragraph is torn for it. */
const TEXT = 3
/** Lines of each note that is begun, at the most and at the least: fewer than two are no beginning. */
const MOST = 24
const FEWEST = 2
/** Shares of a page that the beginnings may take, the best first: the text over them wants room as well. */
export const SHARES = [1 / 2, 1 / 3, 2 / 3, 1 / 4, 5 / 6] as const

/**
 * Of the notes that one slug of the text calls, no page end can part the calls; and but for the last
 * all of them stand whole on its page. Where they do not fit on any page, each is begun there and
 * goes on overleaf: a reader who looks for a note finds it at the foot of the page that calls it.
 * Undefined where the notes need not share, and where not even two lines of each have room. `share`
 * is how much of the room they take, if they can.
 */
export function shareNotes(
  caller: number,
  called: readonly number[],
  notes: readonly BreakableNote[],
  { lines, leading, separator }: Frame,
  share: number,
): Shared | undefined {
  if (called.length < 2) return undefined
  const slugsOf = (note: number): BreakableNote['slugs'] => notes[note]?.slugs ?? []
  const heightOf = ({ note, from, to }: Piece): number =>
    sum(
      slugsOf(note)
        .slice(from, to)
        .map((slug) => slug.height),
    )
  /** At the most so many slugs of each; a note of which hardly more would be left stands whole. */
  const begin = (most: number): readonly Piece[] =>
    called.map((note) => {
      const { length } = slugsOf(note)
      return { note, from: 0, to: length < most + FEWEST ? length : most }
    })

  const room = lines * leading - Math.max(caller, TEXT * leading) - separator
  const whole = called.map((note, i) => {
    const { length } = slugsOf(note)
    const isLast = i === called.length - 1
    return { note, from: 0, to: isLast && length >= 2 * FEWEST ? FEWEST : length }
  })
  if (fits(sum(whole.map(heightOf)), room)) return undefined

  for (let most = MOST; most >= FEWEST; most--) {
    const begun = begin(most)
    const wanted = most > FEWEST ? room * share : room
    if (!fits(sum(begun.map(heightOf)), wanted)) continue
    const rest = begun
      .map(({ note, to }) => ({ note, from: to, to: slugsOf(note).length }))
      .filter(({ from, to }) => from < to)
    return { begun, rest }
  }
  return undefined
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
