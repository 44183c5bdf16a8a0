const square = (value: number): number => value * value

/**
 * Prices of a page, after print.md, section 3: squares of the white in lines, so that one bad page
 * costs more than two fair ones. Lower is better.
 */
export const costs = {
  /** A line of white between text and notes is hardly seen; more is a hole. */
  whiteOverNotes: (lines: number): number =>
    lines <= 1
      ? 20 * lines * lines
      : 20 + 400 * square(lines - 1) + 1_000 * square(Math.max(0, lines - 2.5)),
  /** Without notes the foot of the page itself is uneven. */
  whiteAtFoot: (lines: number): number => 400 * lines * lines,
  /** A page a line deeper than the others, which eats into the foot: where more than one in ten is, the others look short. */
  deeper: 400,
  /** And a line shorter. */
  shorter: 120,
  /** Facing pages that end on different lines: two lines apart is worse than a hole. */
  unevenSpread: (lines: number): number => 1_000 * lines * lines,
  /** A note cut in two, and each line that goes over. */
  splitNote: 300,
  splitNoteLine: 15,
  /** So few lines go over that the reader asks why they did not stay. */
  splitTail: 1_200,
  /** Lines go over from a page that was made shorter than the others. */
  splitOnShortPage: 400,
  /** White over a note that is cut: up to a line of a note it cannot be helped; more is room that its lines had. */
  whiteOverCutNote: (lines: number): number => (lines <= 0.8 ? 0 : 400 * lines * lines),
  /** The rest of a note stands over the leaf, where the reader must turn the page. */
  splitOverLeaf: 150,
  hyphenAtFoot: 50,
  hyphenOverLeaf: 400,
  /** A page without a line of text: a reader looks for the text that its notes are on. */
  notesAlone: 800,
  /** A figure that waits for the next page. */
  movedFigure: 60,
  /** A last page with few lines on it looks like a mistake. */
  shortLastPage: 500,
  /** What no rule allows, and the fallback takes where nothing else sets. */
  forbiddenBreak: 100_000,
  /** Each line of a note that should have begun on this page. */
  lateNoteLine: 1_000_000,
  /** Each line by which the page is too short for what stands on it. */
  overflowLine: 50_000,
} as const

/** White of more lines than this ends the search in the first, strict pass. */
export const MAX_WHITE = 5

/** A state this much dearer than the best at the same place is dropped (print.md, section 3). */
export const PRUNE = 3_000

/** A page of this price is filled ill: white of two lines over its notes, or a break of a rule. */
export const ILL = 350

/** Text so many pages before and after such a page may be set in more lines, or fewer, to mend it. */
export const NEAR_PAGES = 3

/** As many lines of a cut note, or fewer, are a tail. */
export const TAIL = 2

/** Fewer lines than this on the last page of a chapter are too few. */
export const LAST_PAGE_LINES = 5
