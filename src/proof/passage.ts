/** A stretch of text as a reader met it. Passages of one block follow each other without a gap. */
export interface Passage {
  /** Begins with a line feed where a new block begins. */
  readonly text: string
  /** Where it stands in the edition, for people: "page 214", "EPUB/kazakhstan.xhtml#fn-580". */
  readonly place: string
}

/** Stands in a text read from pages where a line ends: white space, or nothing, or a hyphen that breaking added. */
export const LINE_END = '\uE00D'

/** Stands in an expected text for a printed page's number, which no manuscript knows. */
export const SOME_FOLIO = '\uE00E'

/** Stands in a text for the call of a note, so that what stands before it can be compared. Never compared itself. */
export const CALL = '\uE00F'

/** Around what a witness may not be shown, in an expected text: it must be there whole, or not at all. */
export const MAYBE = '\uE010'
export const END_OF_MAYBE = '\uE011'
