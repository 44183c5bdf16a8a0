/** Editions that are read back, and published only where they say what the manuscript says. */
export type ProvenKind = 'print' | 'word' | 'epub' | 'web'

export type EditionKind = ProvenKind

/** File name extension of each edition. */
export const extensions = {
  print: 'pdf',
  word: 'docx',
  epub: 'epub',
  web: 'html',
} as const

/** A finished file: what print, word and epub hand on to proof and publication. */
export interface Edition {
  readonly kind: EditionKind
  /** Without extension: `kazakhstan`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Print only: what is on which page. */
  readonly pages?: PageMap
  /** Print only: in four inks, on a sheet larger than the trim. */
  readonly isForPress?: boolean
}

/** The printed pages in order. */
export type PageMap = readonly PageMark[]

export interface PageMark {
  /** As printed, or as the page labels show it where the page bears none: `xii`, `214`. */
  readonly folio: string
  readonly kind: 'title' | 'colophon' | 'contents' | 'text' | 'index' | 'blank'
  /** What begins on it, notes among them: their anchors. */
  readonly anchors: readonly string[]
  /** The first character of running text on the page; absence means that there is none. */
  readonly begins?: TextPoint
}

/** In the place of a chapter's id: the index of sources. A space is in no identifier. */
export const INDEX = 'index of sources'

/** A character of the Book's text. */
export interface TextPoint {
  /** Id of the chapter; `INDEX` for the index of sources, whose nodes are its entries, counted from its heading. */
  readonly chapter: string
  /** `position.start.offset` of the node: a text, code, a reference, a figure or table. */
  readonly node: number
  /** UTF-16 index in its words; -1 before a figure, or before the label of a table. */
  readonly index: number
}
