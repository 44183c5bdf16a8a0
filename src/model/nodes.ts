import type { Position } from '../diagnostic/diagnostic.ts'

/** Where the node stands in its chapter's file. Every node has one, so that a fault on a page finds its source line. */
interface Positioned {
  readonly position: Position
}

// ---- blocks

export type Block = Heading | Paragraph | Blockquote | List | Table | Figure | Code | ThematicBreak

export type BlockType = Block['type']

export interface Heading extends Positioned {
  readonly type: 'heading'
  /** 2–6; level 1 is the chapter's title, which is not among its children. */
  readonly level: 2 | 3 | 4 | 5 | 6
  /** Unique in the book; as written, or made from the text (`overview-and-national-ai-strategy`). */
  readonly anchor: string
  readonly children: readonly Inline[]
}

export interface Paragraph extends Positioned {
  readonly type: 'paragraph'
  readonly children: readonly Inline[]
}

export interface Blockquote extends Positioned {
  readonly type: 'blockquote'
  readonly children: readonly Block[]
}

export interface List extends Positioned {
  readonly type: 'list'
  readonly ordered: boolean
  /** Number of the first item of an ordered list. */
  readonly start: number
  /** True where a blank line parts its items: items are set as paragraphs apart. */
  readonly spread: boolean
  readonly children: readonly ListItem[]
}

export interface ListItem extends Positioned {
  readonly type: 'listItem'
  readonly children: readonly Block[]
  /** A GFM task item; absence means that it is none. */
  readonly checked?: boolean
}

export type Alignment = 'start' | 'center' | 'end'

export interface Table extends Positioned {
  readonly type: 'table'
  readonly anchor?: string
  /** Counted through the chapter from 1; absence means a table without caption. */
  readonly number?: number
  readonly caption: readonly Inline[]
  /** One a column; absence means that none was asked for. */
  readonly align: readonly (Alignment | undefined)[]
  readonly head: TableRow
  readonly rows: readonly TableRow[]
}

export interface TableRow extends Positioned {
  readonly type: 'tableRow'
  /** As many as the head has. */
  readonly cells: readonly TableCell[]
}

export interface TableCell extends Positioned {
  readonly type: 'tableCell'
  readonly children: readonly Inline[]
}

export interface Figure extends Positioned {
  readonly type: 'figure'
  readonly anchor?: string
  /** Counted through the chapter from 1; absence means a figure without caption. */
  readonly number?: number
  /** Key of the chapter's `images`. */
  readonly image: string
  readonly alt: string
  readonly credit?: string
  readonly caption: readonly Inline[]
}

export interface Code extends Positioned {
  readonly type: 'code'
  readonly value: string
}

export interface ThematicBreak extends Positioned {
  readonly type: 'thematicBreak'
}

// ---- inlines

export type Inline =
  Text | Emphasis | Strong | Delete | InlineCode | Break | Link | FootnoteReference | CrossReference

export type InlineType = Inline['type']

export interface Text extends Positioned {
  readonly type: 'text'
  /** White space is single spaces (a line end in the source is one). Not empty. */
  readonly value: string
  /** BCP 47; absence means the chapter's language. From a language span, or from the script of the letters. */
  readonly language?: string
}

export interface Emphasis extends Positioned {
  readonly type: 'emphasis'
  readonly children: readonly Inline[]
}

export interface Strong extends Positioned {
  readonly type: 'strong'
  readonly children: readonly Inline[]
}

export interface Delete extends Positioned {
  readonly type: 'delete'
  readonly children: readonly Inline[]
}

export interface InlineCode extends Positioned {
  readonly type: 'inlineCode'
  readonly value: string
}

export interface Break extends Positioned {
  readonly type: 'break'
}

export interface Link extends Positioned {
  readonly type: 'link'
  /** An address with a safe scheme (`https:`, `http:`, `mailto:`, `doi:`), or `#anchor` of this book. */
  readonly url: string
  readonly title?: string
  /** True where the text is the address itself: it may be broken over lines as an address, and needs no address beside it in print. */
  readonly bare: boolean
  readonly children: readonly Inline[]
}

export interface FootnoteReference extends Positioned {
  readonly type: 'footnoteReference'
  /** The note's `anchor`, by which it is found. */
  readonly note: string
  readonly number: string
  /** Anchor of the call itself, to which the note leads back: `fnref-trend-2020`. Unique in the book. */
  readonly anchor: string
}

/** A cross-reference, resolved but for the template's words (`template/reference-text.ts`). */
export interface CrossReference extends Positioned {
  readonly type: 'crossReference'
  readonly kind: 'section' | 'figure' | 'table' | 'note'
  /** Anchor of what it leads to; absence means a target in a chapter that is elsewhere, printed as text. */
  readonly anchor?: string
  /** Number of the figure, table or note; absence where what it leads to has none (a heading). */
  readonly number?: string
  /** Text of the heading or of the chapter's title; for a target elsewhere, the reference as written. */
  readonly title: string
  /** The number alone is wanted: `[-@fig-x]`. */
  readonly bare: boolean
  /** The printed page is wanted: `@page-sec-x`. */
  readonly page: boolean
  /** A full stop or comma that stands before its closing quotation mark (`template/punctuation.ts`); absence means none. */
  readonly inside?: string
  /** Title of the target's chapter where that is another one. */
  readonly chapter?: string
}

// ---- notes

/** A note, resolved and numbered. */
export interface Footnote extends Positioned {
  readonly type: 'footnote'
  /** As written, without caret: `trend-2020`. An inline note has none of its own and takes its number. */
  readonly label: string
  /** For good, unique in the book: `fn-trend-2020`. */
  readonly anchor: string
  /** By its number in this version: `fn-568`. Equal to `anchor` where the label is the number. */
  readonly numberAnchor: string
  /** As printed. Text, since a corrected version may hold "581a". */
  readonly number: string
  readonly children: readonly Block[]
  /** Anchor of its call. */
  readonly reference: string
  /** Where it is called. `position` is where its text stands. */
  readonly referencePosition: Position
}
