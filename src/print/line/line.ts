import type { Position } from '../../diagnostic/diagnostic.ts'
import type { Pt } from '../../unit/length.ts'
import type { SetWords } from './set-words.ts'

/**
 * A set line: what `line` hands to `galley`. Horizontal lengths count from the start of the
 * measure; a protruding mark has a negative `x` or reaches past the measure.
 */
export interface Line {
  readonly type: 'line'
  readonly runs: readonly LineRun[]
  /** Extent of what is set, without protrusion, indent or label. */
  readonly width: Pt
  readonly measure: Pt
  /** r of Knuth and Plass 1981, p. 1128: 0 natural, -1 all shrink, +1 all stretch; over +1 in emergencies. */
  readonly ratio: number
  /** Ends in a hyphen that the breaker added. */
  readonly hyphenated: boolean
  /** The characters of the line as written, a label before them, without soft hyphens and without a hyphen that the breaker added. */
  readonly text: string
  /** Anchors of the notes called on this line, in order. */
  readonly calls: readonly string[]
  /** First and last source character set on it. */
  readonly position: Position
  /** First character of the line in the Book: the text node's `position.start.offset`, and the index in its value. */
  readonly begins?: { readonly node: number; readonly index: number }
}

/** Words of one face, size and colour that share one meaning. */
export interface LineRun extends SetWords {
  /** `Face.key`. */
  readonly face: string
  /** Of the glyphs, their own scale included. */
  readonly size: Pt
  readonly color: string
  readonly x: Pt
  /** Above the baseline; negative below. */
  readonly rise: Pt
  readonly meaning: Meaning
  /** BCP 47; absence means the chapter's language. */
  readonly language?: string
}

/** What a stretch of a line is, beside text. */
export type Meaning =
  | { readonly type: 'text' }
  | { readonly type: 'link'; readonly url: string }
  /** Leads to an anchor of the book. */
  | { readonly type: 'reference'; readonly anchor: string }
  /** The raised numeral in the text. */
  | { readonly type: 'footnoteMark'; readonly note: string; readonly anchor: string }
  /** The marker before the text of a list item. */
  | { readonly type: 'marker' }
  /** The number before the text of a note, which leads back to its call. */
  | { readonly type: 'noteNumber'; readonly reference: string }
