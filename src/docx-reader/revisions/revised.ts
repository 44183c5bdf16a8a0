/** A Word file with everything that was changed in it still open. Serialisable as JSON. */
export interface RevisedDocument {
  readonly body: readonly RevisedParagraph[]
  readonly notes: readonly RevisedNote[]
  readonly comments: readonly RevisedComment[]
  /** The part with the manuscript that the file was made from; absence means that it has none, or lost it. */
  readonly origin?: RevisedOrigin
  /** What was met and is not read: links to other files, objects, fields that fetch something. */
  readonly foreign: readonly string[]
}

/** As the part holds it, not yet judged. */
export interface RevisedOrigin {
  readonly chapters: readonly {
    readonly id: string
    readonly sha256: string
    readonly text: string
  }[]
  /** JSON. */
  readonly map: string
}

export interface RevisedNote {
  /** `w:id`. */
  readonly id: string
  readonly paragraphs: readonly RevisedParagraph[]
}

/** `w:ins`, `w:del`, `w:moveFrom`, `w:moveTo`, `w:rPrChange`, `w:pPrChange` (ECMA-376 part 1, 17.13.5). */
export interface Revision {
  /** `w:id`. Not unique: Word counts them anew, and several may share one. */
  readonly id: string
  readonly author?: string
  /** As the file has it: ISO 8601, often without a zone. */
  readonly date?: string
  /** Name that both ends of a move share. */
  readonly move?: string
}

/** What happened to a stretch; both where it was inserted and deleted again. */
export interface Revised {
  readonly inserted?: Revision
  readonly deleted?: Revision
}

export interface RevisedParagraph {
  /** Names of the bookmarks that begin in it. */
  readonly names: readonly string[]
  readonly kind: ParagraphKind
  /** Its kind before it was changed, and who changed it. */
  readonly was?: { readonly kind: ParagraphKind; readonly revision: Revision }
  /** The cell of the outermost table that it stands in, counted from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  /** What happened to the row of its table. */
  readonly row?: Revised
  readonly items: readonly RevisedItem[]
  /** What happened to its mark: to insert one splits, to delete one merges with the next paragraph. */
  readonly mark: Revised
  /** True in a field that spans paragraphs: a table of contents. */
  readonly isGenerated: boolean
}

/** What a paragraph's properties make of it. */
export interface ParagraphKind {
  /** Name of its style in lower case; empty for the default. */
  readonly style: string
  /** 1–9; absence means that it is no heading. */
  readonly level?: number
  /** `w:numPr`, depth from 0; absence means that it is no item. */
  readonly list?: { readonly id: string; readonly depth: number }
}

export type RevisedMark = 'emphasis' | 'strong' | 'delete' | 'code'

export interface Look {
  readonly marks: readonly RevisedMark[]
  /** Formatting that Markdown has no mark for. */
  readonly others: readonly string[]
}

/** A stretch of one look and one revision: text, or one thing without text of its own. */
export interface RevisedItem extends Revised {
  readonly text: string
  readonly look: Look
  readonly was?: { readonly look: Look; readonly revision: Revision }
  /** Address; `#name` for a bookmark. */
  readonly link?: string
  /** `w:lang`; absence means the document's. */
  readonly language?: string
  /** `w:id` of the note that it calls. */
  readonly call?: string
  /** Instruction of a field whose value the program fills in: `REF _x`. `text` is empty, `value` what it shows. */
  readonly field?: string
  readonly value?: string
  readonly picture?: boolean
  /** Names of the bookmarks round it. */
  readonly within?: readonly string[]
}

export interface RevisedComment {
  readonly id: string
  readonly author?: string
  readonly date?: string
  readonly text: string
  /** The text that it is about. */
  readonly about: string
  readonly isResolved: boolean
  /** Id of the comment that it answers. */
  readonly answers?: string
  /** Index of its paragraph in the body, or in the note of that `w:id`; absence means that it stands nowhere. */
  readonly place?: { readonly note?: string; readonly paragraph: number }
}
