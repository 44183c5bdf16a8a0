/** What a Word file says, as an accepting editor would read it, and how it came to say it. Serialisable as JSON. */
export interface DocxContents {
  /** Paragraphs of the text in order, those of tables among them. */
  readonly blocks: readonly DocxParagraph[]
  /** Notes in the order of their references; those that nothing refers to stand last, without a number. */
  readonly footnotes: readonly DocxFootnote[]
  /** Calls in the text in order. Deleted ones are not among them. */
  readonly references: readonly DocxReference[]
  /** Fields of the text, then of the notes. */
  readonly fields: readonly DocxField[]
  readonly bookmarks: readonly DocxBookmark[]
}

export interface DocxParagraph {
  readonly type: 'paragraph'
  /** Name of its style, as Word shows it: `heading 2`; its id where the file has no such style; absence means the default. */
  readonly style?: string
  /** `w:numPr`. `level` from 0. */
  readonly list?: { readonly id: string; readonly level: number }
  /** The cell it stands in. Absence means that it stands in none. */
  readonly cell?: DocxCell
  readonly runs: readonly DocxRun[]
  /** After all changes are accepted; pictures and calls of notes have none. */
  readonly text: string
  /** Where the paragraph's own mark was inserted or deleted: accepting a deletion joins it with the next. */
  readonly mark?: DocxChange
}

/** Of the outermost table that a paragraph stands in; all counted from 0. */
export interface DocxCell {
  readonly table: number
  readonly row: number
  readonly column: number
  /** True in a row that repeats at the head of each page (`w:tblHeader`). */
  readonly isHeader: boolean
}

/** A stretch of one look, one language and one change. */
export interface DocxRun {
  readonly text: string
  /** Name of its character style. */
  readonly style?: string
  /** `w:lang`. */
  readonly language?: string
  /** Address of the link that it is part of; `#name` for a bookmark. */
  readonly link?: string
  /** Alternative text of a picture. */
  readonly alt?: string
  /** `w:id` of the note that it calls. */
  readonly footnote?: string
  /** Absence means that nobody tracked it. */
  readonly change?: DocxChange
}

/** `w:ins`, `w:del`, and the two ends of a move. */
export interface DocxChange {
  readonly type: 'insertion' | 'deletion'
  readonly id: string
  readonly author?: string
  readonly date?: string
  /** True where the text was moved from, or to, another place. */
  readonly moved?: boolean
}

export interface DocxFootnote {
  /** `w:id`. */
  readonly id: string
  /** As Word prints it; absence means that nothing refers to it. */
  readonly number?: string
  readonly paragraphs: readonly DocxParagraph[]
  /** Of its paragraphs, parted by line ends, without its number. */
  readonly text: string
}

export interface DocxReference {
  readonly id: string
  readonly number: string
  /** Index of the paragraph in `blocks`. */
  readonly block: number
}

export interface DocxField {
  /** Without white space at its ends: `NOTEREF _fn_568 \h`. */
  readonly instruction: string
  /** What it shows until it is updated. */
  readonly cached: string
  /** Name that a `REF`, `NOTEREF` or `PAGEREF` points to. */
  readonly bookmark?: string
  /** `w:id` of the note that it stands in. */
  readonly inFootnote?: string
}

export interface DocxBookmark {
  readonly name: string
  /** What it stands around, after all changes are accepted. */
  readonly text: string
  /** Number of the first note called in it: what `NOTEREF` shows. */
  readonly footnoteNumber?: string
}
