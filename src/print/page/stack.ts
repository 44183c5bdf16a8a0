import { fits } from '../../unit/length.ts'

/** Of a slug, what its place in a column depends on. */
export interface Stackable {
  readonly spaceBefore: number
  readonly spaceAfter: number
  readonly height: number
  readonly onGrid: boolean
  /** From its upper edge to a grid line, for a heading that does not open a page. */
  readonly ground?: number
  readonly opener?: { readonly height: number }
}

/**
 * Distance from the head of the column to the upper edge of the next slug's box. `extent` is the
 * lower edge of what stands over it, `previous` the slug that ends there; absence means that the
 * slug opens the page and its space is dropped. `isFirst`: the page's own text begins with it, be it
 * under a figure of the page before, so that a table's head row is set over it again.
 */
export function topOf(
  extent: number,
  slug: Stackable,
  previous: Stackable | undefined,
  leading: number,
  isFirst: boolean,
): number {
  const white = previous === undefined ? 0 : Math.max(previous.spaceAfter, slug.spaceBefore)
  const top = extent + white + (isFirst ? (slug.opener?.height ?? 0) : 0)
  if (slug.ground !== undefined && previous !== undefined) {
    return toGrid(top + slug.ground, leading) - slug.ground
  }
  return slug.onGrid ? toGrid(top, leading) : top
}

/** The first grid line at or below `extent`; what is within the tolerance of one is on it. */
function toGrid(extent: number, leading: number): number {
  const lines = Math.floor(extent / leading)
  return fits(extent, lines * leading) ? lines * leading : (lines + 1) * leading
}
