import type { Manuscript, ManuscriptChapter } from '../source/manuscript.ts'

/** A call of a note, as numbering needs it. */
export interface NumberedCall {
  /** Key of the note within its chapter. */
  readonly note: string
  /** As written; a label of digits is a number. */
  readonly label: string
}

/**
 * Gives every note its number: the one place where numbers are decided (every edition reads them).
 * Calls are in reading order; a note takes the number of its first call. A label such as `581a`
 * right after 581 is a note put in when the numbers had been cited already: it takes none of them,
 * and 582 stays 582. Returns, for each chapter by id, its notes' numbers in order.
 */
export function numberNotes(
  manuscript: Manuscript,
  callsOf: (chapter: ManuscriptChapter) => readonly NumberedCall[],
  first?: number,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const { numbering, first: bookFirst } = manuscript.metadata.footnotes
  const isLone = manuscript.bookFile === undefined
  const numbered = new Map<string, ReadonlyMap<string, string>>()
  let next = first ?? bookFirst
  for (const part of manuscript.parts) {
    if (part.type === 'elsewhere') {
      if (numbering === 'continuous') next = part.notes.last + 1
      continue
    }
    const calls = callsOf(part)
    if (numbering === 'per-chapter') next = first ?? bookFirst
    if (isLone && first === undefined) next = loneFirst(part, calls)
    const numbers = new Map<string, string>()
    let before = String(next - 1)
    for (const { note, label } of calls) {
      if (numbers.has(note)) continue
      before = follows(before, label) ? label : String(next++)
      numbers.set(note, before)
    }
    numbered.set(part.id, numbers)
  }
  return numbered
}

/**
 * A lone chapter starts where its contract says, else so that the first label that is a number
 * prints as it promises, else at 1.
 */
function loneFirst(chapter: ManuscriptChapter, calls: readonly NumberedCall[]): number {
  const contract = chapter.metadata.footnotes?.first
  if (contract !== undefined) return contract
  const notes = [...new Map(calls.map((call) => [call.note, call])).values()].filter(
    ({ label }, index, all) => !follows(all[index - 1]?.label ?? '', label),
  )
  const place = notes.findIndex(({ label }) => isNumericLabel(label))
  return place < 0 ? 1 : Math.max(1, Number(notes[place]?.label) - place)
}

/** `581a` follows 581, `581b` follows `581a`. */
function follows(number: string, label: string): boolean {
  const inserted = insertedLabel(label)
  if (inserted === undefined) return false
  const { digits, letter } = inserted
  return (
    number === (letter === 'a' ? digits : digits + String.fromCharCode(letter.charCodeAt(0) - 1))
  )
}

/** A label that promises a place behind a cited number: its digits and one small letter. */
export function insertedLabel(label: string): { digits: string; letter: string } | undefined {
  const [, digits, letter] = /^([1-9]\d{0,6})([a-z])$/u.exec(label) ?? []
  return digits === undefined || letter === undefined ? undefined : { digits, letter }
}

/** A label that promises its number: digits as they are printed, at most seven. */
export const isNumericLabel = (label: string): boolean => /^[1-9]\d{0,6}$/u.test(label)

/** A label that is a number, or a place behind one. */
export const promisesNumber = (label: string): boolean =>
  isNumericLabel(label) || insertedLabel(label) !== undefined
