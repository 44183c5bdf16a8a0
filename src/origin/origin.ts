/** A stretch of a chapter's text, in UTF-16 offsets; `end` is exclusive. */
export interface OriginSpan {
  readonly start: number
  readonly end: number
}

/**
 * Where everything that an edition prints stands in the Markdown that it was made from. The Word
 * edition carries it, so that an edited file finds its way home without the history of the manuscript.
 * Serialisable as JSON.
 */
export interface Origin {
  /** In reading order. */
  readonly chapters: readonly OriginChapter[]
  /** In reading order, the notes of a chapter after its text. */
  readonly blocks: readonly OriginBlock[]
  readonly notes: readonly OriginNote[]
}

export interface OriginChapter {
  readonly id: string
  /** The whole Markdown, line ends as `\n`. */
  readonly text: string
}

export interface OriginNote {
  readonly anchor: string
  readonly chapter: string
  readonly label: string
  /** As printed in the edition. */
  readonly number: string
  /** From the bracket of its label to the end of its text; an inline note's whole. */
  readonly span: OriginSpan
  readonly inline: boolean
}

/** What a paragraph of an edition is. */
export type OriginRole =
  'title' | 'heading' | 'paragraph' | 'cell' | 'caption' | 'credit' | 'code' | 'picture' | 'rule'

/** One paragraph of an edition. */
export interface OriginBlock {
  /** Its identity, and the name of its bookmark in Word: from what it says, so that it is the same in the next edition. */
  readonly id: string
  readonly chapter: string
  readonly role: OriginRole
  /** Level of a heading, 1 for a title; absence means none. */
  readonly level?: number
  /** Anchor of the note in which it stands; absence means the text. */
  readonly note?: string
  /** True where a marker of a list stands before it. */
  readonly item?: boolean
  /** True in a quotation. */
  readonly quoted?: boolean
  /** All of it as written, a heading's number signs and braces included. */
  readonly outer: OriginSpan
  /** Its inlines as written. */
  readonly content: OriginSpan
  /** What it prints, in order. */
  readonly pieces: readonly OriginPiece[]
  /** Marks and links round the pieces, in order of their beginning, an outer one before an inner. */
  readonly nodes: readonly OriginNode[]
  /** True where what is printed could not be found in the source, character by character: edits are told, not carried over. */
  readonly opaque?: boolean
}

/**
 * What a stretch of source prints. Where `text` is absent the source is printed as it stands, character
 * by character; else the stretch is one thing, such as an escape, a line end or a reference.
 */
export interface OriginPiece extends OriginSpan {
  readonly text?: string
  /** Anchor of the note that it calls. */
  readonly call?: string
  /** A cross-reference, whose words are the template's: around a field that follows its target, or words alone. */
  readonly reference?: 'live' | 'words'
  readonly picture?: boolean
}

export type OriginMark = 'emphasis' | 'strong' | 'delete' | 'code' | 'link' | 'language'

/** From the first character of its opening marks to the last of its closing ones; `inner` is what stands between. */
export interface OriginNode extends OriginSpan {
  readonly type: OriginMark
  readonly inner: OriginSpan
  /** Of a link, as the edition has it. */
  readonly url?: string
}

/** Of the root of the part that holds an Origin in a Word file. */
export const ORIGIN_NAMESPACE = 'urn:imprimatur:origin:1'
