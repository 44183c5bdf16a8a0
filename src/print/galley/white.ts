import { pt, type Pt } from '../../unit/length.ts'
import type { Slug } from './galley.ts'
import { changeFirst, changeLast, settle } from './slugs.ts'

/** White that is seen over and under a figure or table, from the baseline over it to its ink and from its ink to the tops of the letters under it, in lines of the grid. */
const SEEN = 1.25
/** Top of the capitals over their baseline, in ems. */
export const CAPITALS = 0.68

/**
 * Puts a figure or table in white that looks the same over and under it, with what is missing to the
 * grid shared between both. `top`: from the upper edge of its box to its ink.
 */
export function inWhite(
  slugs: readonly Slug[],
  top: number,
  grid: Pt,
  bodySize: Pt,
): readonly Slug[] {
  const under = grid - CAPITALS * bodySize
  const first = changeFirst(slugs, () => ({ spaceBefore: pt(SEEN * grid - top) }))
  return settle(
    changeLast(first, () => ({ spaceAfter: pt(SEEN * grid - under) })),
    grid,
  )
}
