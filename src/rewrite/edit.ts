/** A stretch of a text, in UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of a chapter's text (line ends as `\n`, no byte order mark) and what stands there instead. */
export interface Edit extends Span {
  /** In order: new text, or a stretch of the same text, moved here as it is written, line ends included. */
  readonly parts: readonly (string | Span)[]
}

/** Edits by the file in which they are made, as the user names it. */
export type Edits = ReadonlyMap<string, readonly Edit[]>

export const replace = (start: number, end: number, text: string): Edit => ({
  start,
  end,
  parts: [text],
})

/**
 * In order of place. Throws where two overlap, or put something in at the same place: whoever made
 * them has guessed, and one of them would be lost.
 */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  sorted.forEach((edit, index) => {
    const before = sorted[index - 1]
    if (before !== undefined && overlap(before, edit))
      throw new Error(`two edits of one place, ${edit.start}–${edit.end}`)
  })
  return sorted
}

/** True where two stretches share a character, or are at one place and one of them is empty. */
export const overlap = (a: Span, b: Span): boolean =>
  (a.start < b.end && b.start < a.end) ||
  (a.start === b.start && (a.start === a.end || b.start === b.end))
