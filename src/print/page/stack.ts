import { fits } from '../../unit/length.ts'

/** Of a slug, what its place in a column depends on. */
export interface Stackable {
  readonly spaceBefore: number
  readonly spaceAfter: number
  readonly height: number
  readonly onGrid: boolean
  readonly opener?: { readonly height: number }
}

/**
 * Distance from the head of the column to the upper edge of the next slug's box. `extent` is the
 * lower edge of what stands over it, `previous` the slug that ends there; absence means that the
 * slug opens the page: its space is dropped, and a table's head row is set over it again.
 */
export function topOf(
  extent: number,
  slug: Stackable,
  previous: Stackable | undefined,
  leading: number,
): number {
  const top =
    previous === undefined
      ? extent + (slug.opener?.height ?? 0)
      : extent + Math.max(previous.spaceAfter, slug.spaceBefore)
  return slug.onGrid ? toGrid(top, leading) : top
}

/** The first grid line at or below `extent`; what is within the tolerance of one is on it. */
function toGrid(extent: number, leading: number): number {
  const lines = Math.floor(extent / leading)
  return fits(extent, lines * leading) ? lines * leading : (lines + 1) * leading
}
