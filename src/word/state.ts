import type { Paragraph, Table, XmlComponent } from 'docx'
import type { Book, Chapter } from '../model/book.ts'
import type { Block, Footnote, Inline } from '../model/nodes.ts'
import type { PrintedKey } from '../origin/origin-of.ts'
import type { Pt } from '../unit/length.ts'
import type { Template, Words } from '../template/template.ts'
import type { BookmarkNames } from './bookmark-names.ts'
import type { ListNumbering } from './numbering.ts'
import type { Marks } from './marks.ts'
import type { TableScale } from './column-widths.ts'
import type { ShiftedStyles } from './shifted-styles.ts'

/** What a block becomes. */
export type WordBlock = Paragraph | Table

/** What an inline becomes: `docx`'s own classes, and elements that it has none for. */
export type WordInline = XmlComponent

/** A drawing for each figure, made before the document: an SVG's bitmap, by the image's path. */
export type Bitmaps = ReadonlyMap<string, Uint8Array>

/** What every handler of one document shares: the book, and what has been handed out so far. */
export interface State {
  readonly book: Book
  readonly template: Template
  readonly bitmaps: Bitmaps
  readonly bookmarks: BookmarkNames
  /** Name of the hidden bookmark that tells which paragraph of the manuscript this is; undefined for none. */
  readonly identityOf: (key: PrintedKey) => string | undefined
  readonly numbering: ListNumbering
  /** Notes by their anchor, with the `w:id` of each and whether Word counts it by itself. */
  readonly notes: ReadonlyMap<string, WordNote>
  /** True where all chapters are in one language, so that a caption's label has the same words everywhere. */
  readonly oneLanguage: boolean
  /** True where the book is of several chapters: captions then count from 1 in each. */
  readonly severalChapters: boolean
  /** Other anchors of a note (its number's, its call's) to the one that its bookmark is named after. */
  readonly aliases: ReadonlyMap<string, string>
  /** Character styles of several marks that some run needs, by id. */
  readonly usedMarks: Map<string, Marks>
  /** Steps of smaller type that some table needs. */
  readonly usedScales: Set<TableScale>
  readonly shifted: ShiftedStyles
  /** Language of the document as a whole: runs in it say nothing of theirs. */
  readonly language: string
  /** The handlers of all blocks and of all inlines; here, so that handlers need not import each other. */
  readonly blocks: (place: Place, nodes: readonly Block[], opening?: Block) => readonly WordBlock[]
  readonly inlines: (setting: Setting, nodes: readonly Inline[]) => readonly WordInline[]
  /** `w:id` of the next bookmark, `id` of the next drawing: unique in the document. */
  nextBookmark: number
  nextDrawing: number
}

export interface WordNote {
  readonly footnote: Footnote
  /** `w:id`, from 1 in order of numbers. */
  readonly id: number
  /** False where Word's own count would not give the note's number ("581a"): it is then written out. */
  readonly counted: boolean
}

/** Where a block stands: decides the styles of what is in it. */
export interface Place {
  readonly chapter: Chapter
  readonly words: Words
  readonly within: 'text' | 'note' | 'quotation' | 'noteQuotation'
  /** True where the nearest thing around is a list item, and no quotation in it. */
  readonly inItem: boolean
  /** Depth in lists of both kinds: 0 outside, 1 in an item of the outermost. */
  readonly depth: number
  /** From the start of the page's measure to where blocks of this place begin. */
  readonly start: Pt
  /** Length of a line. */
  readonly measure: Pt
}

/** How a run is set. */
export interface Setting {
  readonly place: Place
  readonly marks: Marks
}
