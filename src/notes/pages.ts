import type { PageMap } from '../edition.ts'

/** The folio on which each note begins, by its anchor: that of the page on which it is called, which a note never leaves. */
export const foliosOf = (pages: PageMap): ReadonlyMap<string, string> =>
  // A note that goes on over a page stays with its first.
  new Map(
    pages.toReversed().flatMap(({ folio, anchors }) => anchors.map((anchor) => [anchor, folio])),
  )
