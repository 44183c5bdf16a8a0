import type { Pt } from '../unit/length.ts'

/** A house style: tokens only. PDF, Word styles and EPUB CSS are derived from it. */
export interface Template {
  /** Name of its folder: `report`. */
  readonly name: string
  readonly page: PageGeometry
  readonly families: Readonly<Record<string, Family>>
  readonly styles: Readonly<Record<StyleName, Style>>
  readonly colors: Colors
  /** Inks by colour, `#rrggbb` in lower case, for the press; any other colour is reckoned. */
  readonly inks: Readonly<Record<string, Cmyk>>
  readonly notes: NoteTokens
  readonly lists: ListTokens
  readonly tables: TableTokens
  readonly runningHeads: RunningHeads
  /** Words by BCP 47 primary language: `en`. */
  readonly words: Readonly<Record<string, Words>>
  /** Markdown with slots, `{title}`. */
  readonly titlePage: string
  readonly colophon: string
}

/** Trim size, margins and the baseline grid. */
export interface PageGeometry {
  readonly width: Pt
  readonly height: Pt
  /** Margin at the spine, and at the fore-edge. */
  readonly inner: Pt
  readonly outer: Pt
  /** From the head of the page to the first baseline of the text. */
  readonly firstBaseline: Pt
  /** Lines of body text that a page holds, on a grid of the body's leading. */
  readonly lines: number
  /** From the head of the page to the baseline of the running head. */
  readonly headBaseline: Pt
  /** From the head of the page to the baseline of a folio at the foot (chapter openings). */
  readonly footBaseline: Pt
}

export type Cut = 'regular' | 'italic' | 'bold' | 'boldItalic'

/** The four cuts of a face at one optical size. */
export interface Family {
  /** As Word and CSS name it: `Source Serif 4`. */
  readonly name: string
  readonly kind: 'serif' | 'sans' | 'mono'
  /** Faces of the same kind that Word and CSS fall back to, in order. */
  readonly fallbacks: readonly string[]
  readonly faces: Readonly<Record<Cut, Face>>
  /** Keys of the families whose faces draw what its own have no glyph for, in order. */
  readonly borrowsFrom: readonly string[]
}

/** One font file. */
export interface Face {
  /** Unique in the template: `serif-text/italic`. */
  readonly key: string
  /** As written in the template, for messages. */
  readonly file: string
  /** Where it lies on this machine, for a library that reads it itself; in no edition. */
  readonly path: string
  /** Empty where the template was loaded to check a book only. */
  readonly bytes: Uint8Array
}

export const styleNames = [
  'body',
  'note',
  'quotation',
  'code',
  'caption',
  'credit',
  'tableHead',
  'tableCell',
  'chapterTitle',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'heading6',
  'runningHead',
  'folio',
  'bookTitle',
  'bookSubtitle',
  'titlePageChapter',
  'titlePageText',
  'colophonText',
  'contentsTitle',
  'contentsEntry',
] as const

export type StyleName = (typeof styleNames)[number]

/** How the text of one kind of block is set. */
export interface Style {
  /** Key of `families`. */
  readonly family: string
  readonly cut: Cut
  readonly size: Pt
  /** Baseline to baseline. */
  readonly leading: Pt
  readonly spaceBefore: Pt
  readonly spaceAfter: Pt
  readonly align: 'justify' | 'start' | 'center' | 'end'
  /** Of the first line of a paragraph that follows another. */
  readonly indent: Pt
  /** Of the whole block, on both sides. */
  readonly inset: Pt
  /** `#rrggbb`. */
  readonly color: string
  /** Thousandths of an em between letters. */
  readonly tracking: number
  readonly caps: 'none' | 'small' | 'upper'
  readonly figures: 'oldstyle' | 'lining' | 'tabular'
  readonly hyphenate: boolean
}

/** Colours, `#rrggbb`. */
export interface Colors {
  readonly text: string
  readonly accent: string
  /** Of live links, in text and notes. */
  readonly link: string
  readonly rule: string
}

/** Cyan, magenta, yellow and black, each from 0 to 1. */
export type Cmyk = readonly [number, number, number, number]

export interface NoteTokens {
  /** The rule over the notes; a weight of 0 draws none. */
  readonly separatorWeight: Pt
  readonly separatorLength: Pt
  /** From the start of the measure to the text of a note: the column in which its number hangs. */
  readonly numberWidth: Pt
}

export interface ListTokens {
  /** White over and under an outermost list, and between the items of a loose one. */
  readonly space: Pt
  /** From the start of the item's marker to its text. */
  readonly indent: Pt
  /** By depth, from the outermost; the last serves all deeper ones. */
  readonly bullets: readonly string[]
}

export interface TableTokens {
  /** Rules at head and foot of the table, and under its head row. */
  readonly outerRule: Pt
  readonly innerRule: Pt
  /** White between a caption and the rule under it. */
  readonly captionGap: Pt
  /** White between columns. */
  readonly columnGap: Pt
}

/** Text with slots: `{title}`, `{short-title}` of the book; `{chapter}`. */
export interface RunningHeads {
  readonly verso: string
  readonly recto: string
}

/** Words that the makers of editions set by themselves. */
export interface Words {
  /** `{month} {day}, {year}`. */
  readonly date: string
  /** As they stand in a date, from January. */
  readonly months: readonly string[]
  readonly figure: string
  readonly table: string
  readonly section: string
  readonly note: string
  readonly page: string
  readonly notes: string
  readonly contents: string
  /** Heads of the lists of figures and tables, and of the index of sources. */
  readonly figures: string
  readonly tables: string
  readonly index: string
  readonly cover: string
  readonly titlePage: string
  readonly colophon: string
  readonly backToText: string
  /** On the web edition: over how to cite a note; before its number, of its address; past the contents. */
  readonly cite: string
  readonly permalink: string
  readonly skip: string
  readonly source: string
  readonly draft: string
  readonly review: string
  readonly embargoed: string
  /** `Embargoed until {date}`. */
  readonly embargoedUntil: string
  /** `{text} in {chapter}`: a reference into another chapter. */
  readonly inChapter: string
  /** Quotation marks around the title of a section that is referred to; empty strings for none. */
  readonly openQuote: string
  readonly closeQuote: string
  /** True where a full stop or comma stands before a closing quotation mark (American usage; Chicago 6.9). */
  readonly punctuationInside: boolean
  /** "continued": after the number of a table that goes on on another page. */
  readonly continued: string
}
