import type { Position } from '../../diagnostic/diagnostic.ts'
import type { Pt } from '../../unit/length.ts'
import type { Features } from '../type/features.ts'
import type { Meaning } from './line.ts'

/** Text of one face, size, colour and meaning: what `galley` hands to the breaker. */
export interface ParagraphRun {
  /** White space is single spaces; `\n` alone is a forced break (the node `break`). */
  readonly text: string
  /** `Face.key`. */
  readonly face: string
  readonly size: Pt
  readonly color: string
  readonly features: Features
  /** Above the baseline; absence means 0. */
  readonly rise?: Pt
  /** BCP 47; absence means the paragraph's language. */
  readonly language?: string
  readonly meaning: Meaning
  /** True where the text is an address and is broken as one whatever it looks like. */
  readonly isAddress?: boolean
  /** Of the node that the text is from; of the block for text that the template adds. */
  readonly position: Position
  /** Where `text` starts in its Book node: the node's `position.start.offset` and the index in its value. Absence means that the template adds it. */
  readonly begins?: { readonly node: number; readonly index: number }
  /** True where the words are not the source's letters: those of a reference, a label. */
  readonly isMade?: boolean
}

/** The shape and manner of a paragraph. Lengths count from the start of the measure. */
export interface ParagraphSettings {
  readonly measure: Pt
  /** Where the first line begins, and where the others do. */
  readonly indent: Pt
  readonly hang: Pt
  readonly align: 'justify' | 'start' | 'center' | 'end'
  readonly hyphenate: boolean
  /** True to make the lines of a ragged paragraph alike in length, for titles and heads; absence means that each is as full as it goes. */
  readonly balance?: boolean
  /** Lines wanted, where they are justified (TeX's \\looseness); absence means as many as cost least, as does a number that would need loose lines. */
  readonly lines?: number
  /** Most that glyphs may be widened or narrowed, as a share: .02. Of no effect unless justified. */
  readonly expansion: number
  /** True to let marks hang outside the measure. */
  readonly protrusion: boolean
  /** BCP 47, of runs that have none of their own. */
  readonly language: string
  /** The number of a note or list item, set in the first line before its text. */
  readonly label?: Label
}

/** Hung in a column from the start of the measure to `hang`; where it is wider, the first line begins later. */
export interface Label {
  readonly runs: readonly ParagraphRun[]
  /** Where it stands in its column. */
  readonly align: 'start' | 'end'
  /** Least white between it and the text. */
  readonly gap: Pt
}

/** Settings of body text, to be spread and changed. */
export const bodySettings = (measure: Pt, language: string): ParagraphSettings => ({
  measure,
  indent: 0 as Pt,
  hang: 0 as Pt,
  align: 'justify',
  hyphenate: true,
  expansion: 0.02,
  protrusion: true,
  language,
})
