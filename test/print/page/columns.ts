import type { Breakable, BreakableNote, Frame } from '../../../src/print/page/break-pages.ts'

/** Columns for the page breaker without type: every height is in lines of 1 pt. */

export const frame = (lines: number, firstSide: Frame['firstSide'] = 'recto'): Frame => ({
  lines,
  leading: 1,
  separator: 1,
  firstSide,
})

export const slug = (change: Partial<Breakable> = {}): Breakable => ({
  spaceBefore: 0,
  spaceAfter: 0,
  height: 1,
  onGrid: true,
  breakAfter: 0,
  hyphenated: false,
  movable: false,
  calls: [],
  ...change,
})

/** A paragraph of so many lines, without widow or orphan: `calls` by line, from 0. */
export const paragraph = (
  lines: number,
  calls: Readonly<Record<number, readonly string[]>> = {},
): readonly Breakable[] =>
  Array.from({ length: lines }, (_, i) =>
    slug({
      breakAfter: i < lines - 1 && (i === 0 || i === lines - 2) ? Infinity : 0,
      calls: calls[i] ?? [],
    }),
  )

/** So many lines at each of which a page may end. */
export const lines = (count: number): readonly Breakable[] =>
  Array.from({ length: count }, () => slug())

export const heading = (spaceBefore = 1): Breakable =>
  slug({ spaceBefore, breakAfter: Infinity, onGrid: false })

export const note = (anchor: string, count: number): BreakableNote => ({
  anchor,
  slugs: Array.from({ length: count }, () => ({ height: 1 })),
})
