import type { Position } from '../../diagnostic/diagnostic.ts'
import type { Drawing } from '../../picture/drawing.ts'
import type { Pt } from '../../unit/length.ts'
import type { Line } from '../line/line.ts'

/** Set type, not yet paged: what `galley` hands to `page`. */
export interface Galley {
  readonly titlePage: readonly Slug[]
  readonly colophon: readonly Slug[]
  readonly chapters: readonly GalleyChapter[]
  /** The index of sources; empty where none is wanted. */
  readonly index: readonly Slug[]
}

export interface GalleyChapter {
  /** Its anchor. */
  readonly id: string
  /** As the user named it, for diagnostics. */
  readonly file: string
  readonly language: string
  /** Opens with the chapter's title. */
  readonly slugs: readonly Slug[]
  /** Every note of the chapter, in the order of the calls. */
  readonly notes: readonly GalleyNote[]
}

export interface GalleyNote {
  readonly anchor: string
  /** One a line, at the least one. */
  readonly slugs: readonly Slug[]
}

/**
 * A strip of the galley that no page break cuts: a line of type in most cases, else a row of a
 * table or a figure with its caption. Named after what a line-caster casts. Its box reaches from
 * the baseline before it to its own last baseline, so that a body line is one leading high and its
 * baseline is the box's lower edge.
 */
export interface Slug {
  /** White over the box; dropped where the slug opens a page. Of two slugs' white the greater counts. */
  readonly spaceBefore: Pt
  /** White under the box; dropped where the slug ends a page. */
  readonly spaceAfter: Pt
  readonly height: Pt
  /** Its top is moved down to the grid of the body's leading. */
  readonly onGrid: boolean
  /** Price of ending a page after it, 0 for none; `Infinity` where that is forbidden (after a heading, inside a keep). */
  readonly breakAfter: number
  /** Ends in a hyphen that the breaker added. */
  readonly hyphenated: boolean
  /** May stand at the head of the next page while the text after it fills this one. */
  readonly movable: boolean
  /** Anchors of the notes that it calls, in order. */
  readonly calls: readonly string[]
  readonly marks: readonly Mark[]
  /** Of a table or figure: it does not begin while an earlier one waits for the next page, so that numbers keep their order. */
  readonly keepsOrder?: boolean
  /** Of a heading: from the upper edge of its box to the grid line under it and all that it is stacked on; what is missing to the grid stands over the head. */
  readonly ground?: Pt
  /** A line of a heading. */
  readonly isHead?: boolean
  /** Of the first line of a paragraph, of a head, and of what stands apart from the text: other ways to set it, found when they are asked for; absence means that there is none. */
  readonly variants?: () => readonly Variant[]
  /** What is set over it again where it opens a page: the head row of its table. */
  readonly opener?: Opener
  /** What is set at its lower edge where it ends a page: the rule of a table that goes on. */
  readonly closer?: readonly Mark[]
  readonly position: Position
}

/** Another way to set a slug and those that follow it, a body line higher or lower, for a page that is filled ill without. */
export interface Variant {
  /** Lines more or fewer. */
  readonly lines: 1 | -1
  /** On the scale of the prices of page ends. */
  readonly price: number
  /** Slugs that it stands for. */
  readonly count: number
  /** The lines of the paragraph, set anew; absence means that a line of white is added over the slug, which does not open a page. */
  readonly set?: readonly Slug[]
  /** True where half of that line stands under the last of the slugs, if the page does not end with it. */
  readonly isAround?: true
}

export interface Opener {
  readonly height: Pt
  readonly marks: readonly Mark[]
}

/**
 * Ink or a place, from the upper left corner of its slug; `y` grows downwards. One that is turned
 * stands on its side: what runs to the right in it runs up the page from its `x` and `y`.
 */
export type Mark = LineMark | RuleMark | PictureMark | AnchorMark

export interface LineMark {
  readonly type: 'line'
  readonly x: Pt
  /** Of the baseline. */
  readonly y: Pt
  readonly line: Line
  readonly isTurned?: true
  readonly owner: Owner
}

/** A horizontal rule; `y` is its middle. */
export interface RuleMark {
  readonly type: 'rule'
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly weight: Pt
  readonly color: string
  /** From dot to dot, for a row of round dots as wide as the weight; absence means a solid rule. */
  readonly step?: Pt
  readonly isTurned?: true
  readonly owner: Owner
}

export interface PictureMark {
  readonly type: 'picture'
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
  readonly picture: Picture
  readonly alt: string
  readonly isTurned?: true
  readonly owner: Owner
}

/** A place to which links lead. */
export interface AnchorMark {
  readonly type: 'anchor'
  readonly x: Pt
  readonly y: Pt
  readonly name: string
  /** Its entry in the PDF's outline; absence means that it has none. Level 1 is a chapter's title. */
  readonly heading?: { readonly level: number; readonly text: string }
  /** Its entry in the list of figures or of tables: "Figure 2. Dated events"; absence means that it has no caption. */
  readonly float?: { readonly kind: 'figure' | 'table'; readonly text: string }
}

export type Picture =
  /** `lines`: the text operations of the drawing, set, at the same indices; `x` counts from the text's own anchor. */
  | {
      readonly type: 'drawing'
      readonly drawing: Drawing
      readonly lines: readonly (Line | undefined)[]
    }
  | { readonly type: 'bitmap'; readonly key: string; readonly bytes: Uint8Array }

/** The part of the Book that a mark sets, for tags (ISO 32000-1, 14.8) and for messages. */
export interface Owner {
  /** Id; absence means the title page or colophon. */
  readonly chapter?: string
  /** Anchor of the note in which it stands. */
  readonly note?: string
  /** Indices of `children`, from the chapter or note down to the block; empty for the chapter's title. */
  readonly path: readonly number[]
  readonly part: OwnerPart
  /** Of a table: -1 is the head row. */
  readonly row?: number
  readonly column?: number
}

/** What of its block a mark is. Those of `ArtifactPart` say nothing that is not said elsewhere. */
export type OwnerPart =
  'text' | 'marker' | 'number' | 'caption' | 'credit' | 'cell' | 'picture' | ArtifactPart

/** Artifacts (ISO 32000-1, 14.8.2.2): a head row set again, rules, and what the page stage adds. */
export type ArtifactPart = 'repeat' | 'ornament' | 'separator' | 'runningHead' | 'folio'
