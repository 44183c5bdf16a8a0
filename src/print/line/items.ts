import type { Division, Fount, Word } from '../type/fount.ts'
import type { Glyphs } from '../type/glyphs.ts'
import type { ParagraphRun } from './paragraph.ts'

/** A word or piece of one: what Knuth and Plass call a box. */
export interface Box {
  readonly word: Word
  readonly fount: Fount
  /** Index in `Items.runs`. */
  readonly run: number
  /** Index in `Items.text` of its first character. */
  readonly start: number
  /** Kerning with the box before it, pt; 0 after a space. Dropped at a break between the two. */
  readonly kern: number
  /** What follows it. */
  glue: Glue | undefined
}

/** White after a box: a space, or a seam of an address that may open a little. */
export interface Glue {
  readonly type: 'space' | 'seam'
  /** Of the run that the space is from. */
  readonly run: number
  /** The space's glyph in the face of that run; undefined for a seam. */
  readonly blank: Glyphs | undefined
  /** In pt, with the kerning of its neighbours. */
  readonly width: number
  readonly stretch: number
  readonly shrink: number
}

/** When a break may be taken: always, from the pass with hyphens on, or in an emergency. */
export const LEVEL_PLAIN = 0
export const LEVEL_HYPHEN = 1
export const LEVEL_EMERGENCY = 2

/** Fields of a place's record: up to the break, with its hyphen, the sums of widths, of the stretch and shrink of white, and of the widths of glyphs. */
export const WIDTH = 0
export const STRETCH = 1
export const SHRINK = 2
export const INK = 3
/** The same sums where the next line starts: after the glue that is dropped, or at the rest of the cut word. */
export const NEXT_WIDTH = 4
export const NEXT_STRETCH = 5
export const NEXT_SHRINK = 6
export const NEXT_INK = 7
/** What hangs out at the end of a line that ends here, and at the start of the next. */
export const HANG_RIGHT = 8
export const HANG_LEFT = 9
/** p of Knuth and Plass; finite. */
export const COST = 10
export const LEVEL = 11
/** 1 where a line that ends here ends in a hyphen, added or written. */
export const HYPHEN = 12
/** 1 where a line must end. */
export const FORCED = 13
/** The box that the break is in or after; -1 at the start. */
export const BOX = 14
/** Numbers to a record. */
export const FIELDS = 16

/**
 * A paragraph, compiled for breaking: per place where a line may end, the sums that a line needs (Σ
 * of Knuth and Plass 1981, p. 1126), so that the length of any line takes no loop. Lengths in pt.
 */
export interface Items {
  readonly text: string
  readonly runs: readonly ParagraphRun[]
  /** Index in `text` at which each run starts. */
  readonly starts: readonly number[]
  readonly boxes: readonly Box[]
  /** Of places. Place 0 is the start, the last is the end of the paragraph. */
  readonly count: number
  /** Records one after another: in one array, since the breaker reads a record at a time and an array is dear to make. */
  readonly places: Float64Array
  /** How a place cuts the word of its box; undefined where the break is after it. */
  readonly divisions: readonly (Division | undefined)[]
}
