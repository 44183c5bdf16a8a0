import type { PageMark } from '../../edition.ts'
import type { Pt } from '../../unit/length.ts'
import type { Mark } from '../galley/galley.ts'

/** A printed page as plain data: what `page` hands to `paint`. */
export interface Page {
  /** As printed, or as the page labels show it where the page bears none: `xii`, `214`. */
  readonly folio: string
  readonly side: Side
  readonly kind: PageMark['kind']
  readonly width: Pt
  readonly height: Pt
  /** Id of the chapter on it. */
  readonly chapter?: string
  /** In reading order: text, notes, furniture. */
  readonly items: readonly Placed[]
  readonly begins?: PageMark['begins']
}

export type Side = 'recto' | 'verso'

/** A mark in the page's coordinates: `x` from its left edge, `y` from its head, downwards. */
export type Placed = Mark
