import type { Position } from '../diagnostic/diagnostic.ts'
import { scanBlocks } from './scan/blocks.ts'
import { lineStartsOf } from '../diagnostic/place.ts'
import { spellings } from './scan/spellings.ts'

/** Where a stretch of source text stands. `text` is everything else. */
export type Surroundings = 'text' | 'code' | 'fence' | 'comment' | 'html' | 'url' | 'metadata'

/**
 * A stretch of the text that Markdown does not read as prose. Offsets into the chapter's text; `end`
 * is exclusive. `code` is a code span or indented code; `url` an autolink, a bare address or the
 * destination of a link, not the link's text.
 */
export interface Region {
  readonly kind: Exclude<Surroundings, 'text'>
  readonly start: number
  readonly end: number
  /**
   * False where a fence, comment or metadata block ends for want of a close: with the file, or with
   * the list, quotation or note in which it stands.
   */
  readonly closed: boolean
}

/** Something spelled like a call or the label of a note, wherever it stands. */
export interface FootnoteSpelling {
  /** `[^568]` is a call; `[^568]:` at the head of a line is a definition. */
  readonly kind: 'call' | 'definition'
  readonly label: string
  readonly position: Position
  readonly surroundings: Surroundings
  /** A backslash before the bracket or before the caret. */
  readonly escaped: boolean
}

/** What the source text shows beside the tree: a parser drops an undefined call or a swallowed note without a word. */
export interface Scan {
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[]
  /** In order of `start`, not overlapping. */
  readonly regions: readonly Region[]
  /** In order of position. */
  readonly footnotes: readonly FootnoteSpelling[]
  /** Offsets of lines after a blank one at which nothing is open and a block begins: a text can be parsed in parts that begin there. */
  readonly cuts: readonly number[]
  /** The stretch between two cuts that opens most list items, quotations and notes. */
  readonly fullest: { readonly start: number; readonly containers: number }
}

/**
 * Reads what stands where in a chapter: code, comments, HTML, addresses, and everything spelled like
 * a footnote. Assumes `\n` line ends and no byte order mark. Linear in the length of the text.
 *
 * In: text. Out: Scan. Never: builds a tree, or judges.
 */
export function scanText(text: string): Scan {
  const lineStarts = lineStartsOf(text)
  const { regions, definitions, cuts, fullest } = scanBlocks(text, lineStarts)
  return {
    lineStarts,
    regions,
    footnotes: spellings(text, lineStarts, regions, definitions),
    cuts,
    fullest,
  }
}
