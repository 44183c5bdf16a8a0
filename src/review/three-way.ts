import { diffArrays } from 'diff'

/** A stretch of a text and what stands there instead. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Carried {
  readonly edits: readonly TextEdit[]
  /** Edits of a stretch that was changed since, with what stands there today. */
  readonly conflicts: readonly {
    readonly edit: TextEdit
    readonly today: string
    readonly at: number
  }[]
}

/** Carries edits of a text over to the text as it is today; those whose place was changed meanwhile are conflicts. */
export function carryOver(edits: readonly TextEdit[], before: string, today: string): Carried {
  if (before === today) return { edits, conflicts: [] }
  const hunks = hunksOf(before, today)
  const carried: TextEdit[] = []
  const conflicts: Carried['conflicts'][number][] = []
  for (const edit of edits) {
    const touched = hunks.filter((hunk) => meets(hunk, edit))
    const shift = hunks
      .filter((hunk) => hunk.end <= edit.start && !touched.includes(hunk))
      .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0)
    if (touched.length === 0) {
      carried.push({ start: edit.start + shift, end: edit.end + shift, text: edit.text })
      continue
    }
    const start = Math.min(edit.start, ...touched.map((hunk) => hunk.start))
    const end = Math.max(edit.end, ...touched.map((hunk) => hunk.end))
    const theirs = applied(before, start, end, touched)
    // The same was done in the manuscript already.
    if (theirs === applied(before, start, end, [edit])) continue
    conflicts.push({ edit, today: theirs, at: start + shift })
  }
  return { edits: carried, conflicts }
}

/** True where two edits share a character, or put something in at the same place. */
const meets = (a: TextEdit, b: TextEdit): boolean =>
  (a.start < b.end && b.start < a.end) ||
  ((a.start === a.end || b.start === b.end) && a.start <= b.end && b.start <= a.end)

function applied(text: string, start: number, end: number, edits: readonly TextEdit[]): string {
  let at = start
  let out = ''
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at, end)
}

/** What differs between two texts: whole lines first, then words in the lines that differ. */
function hunksOf(before: string, today: string): readonly TextEdit[] {
  const lines = (text: string): string[] => text.split(/(?<=\n)/u)
  return compared(lines(before), lines(today), 0).flatMap((hunk) =>
    compared(wordsOf(before.slice(hunk.start, hunk.end)), wordsOf(hunk.text), hunk.start),
  )
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

function compared(before: string[], today: string[], from: number): readonly TextEdit[] {
  const hunks: { start: number; end: number; text: string }[] = []
  let at = from
  let open: { start: number; end: number; text: string } | undefined
  for (const { value, added, removed } of diffArrays(before, today)) {
    const text = value.join('')
    if (!added && !removed) {
      at += text.length
      open = undefined
      continue
    }
    if (open === undefined) {
      open = { start: at, end: at, text: '' }
      hunks.push(open)
    }
    if (added) open.text += text
    else {
      at += text.length
      open.end = at
    }
  }
  return hunks
}
