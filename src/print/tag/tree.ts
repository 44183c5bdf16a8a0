import type { LineMark, PictureMark, RuleMark } from '../galley/galley.ts'
import type { LineRun } from '../line/line.ts'
import type { Page } from '../page/page.ts'

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a book needs. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'BlockQuote'
  | 'Code'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Span'

/** An element of the logical structure (14.7.2). It grows while pages are tagged. */
export interface TagElement {
  readonly type: StructureType
  readonly kids: TagKid[]
  /** BCP 47; absence means that of the element around it. */
  readonly language?: string
  /** What a picture shows, in words. */
  readonly alt?: string
  /** Unique in the document: a note's anchor. */
  readonly id?: string
  /** Title of a chapter. */
  readonly title?: string
  /** Of a list: how its items are marked (14.8.5.5). */
  readonly numbering?: 'Decimal' | 'Disc' | 'None'
  /** Of a figure: left, lower, right and upper edge on its page, pt from its lower left corner (14.8.5.4.3). */
  box?: readonly [number, number, number, number]
}

export type TagKid = TagElement | MarkedContent | LinkArea

/** A stretch of a page's content. */
export interface MarkedContent {
  readonly type: 'content'
  /** Index of the page. */
  readonly page: number
  /** Marked-content identifier, counted through the page from 0 (14.7.4.4). */
  readonly mcid: number
}

/** An area of a page that leads somewhere: an annotation (12.5.6.5). */
export interface LinkArea {
  readonly type: 'area'
  readonly page: number
  /** Edges as the page counts: `x` from the left, `y` from the head down. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly target: LinkTarget
  readonly spoken: Spoken
}

/** What is heard of a link: of one that goes over lines the words of all of them, which its every area says. */
export interface Spoken {
  text: string
  /** Of a link to an address, or to a note: what it leads to, not how it is set, so that no line adds to it. */
  readonly isWhole: boolean
}

export type LinkTarget =
  { readonly type: 'url'; readonly url: string } | { readonly type: 'name'; readonly name: string }

/** A page whose content is either part of the structure or an artifact (14.8.2.2). */
export interface TaggedPage {
  readonly page: Page
  /** In the order of painting. */
  readonly items: readonly TaggedItem[]
  /** The elements of its marked contents, by identifier. */
  readonly elements: readonly TagElement[]
}

export type TaggedItem =
  | { readonly type: 'line'; readonly mark: LineMark; readonly pieces: readonly TaggedPiece[] }
  | { readonly type: 'mark'; readonly mark: RuleMark | PictureMark; readonly tag: Tag }

/** Runs of a line that are one marked-content sequence. */
export interface TaggedPiece {
  readonly runs: readonly LineRun[]
  readonly tag: Tag
}

/** What a marked-content sequence is (14.6): a part of the structure, or an artifact. */
export type Tag =
  | { readonly type: StructureType; readonly mcid: number }
  | { readonly type: 'Artifact'; readonly artifact: Artifact }

/** Kinds of artifact (table 330), with where on the page furniture stands. */
export type Artifact = 'header' | 'footer' | 'layout'

/** A whole edition with its tags: what `tag` hands to `paint`. */
export interface TaggedPages {
  readonly pages: readonly TaggedPage[]
  readonly root: TagElement
}
