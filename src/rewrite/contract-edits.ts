import type { Chapter } from '../model/book.ts'
import type { NoteRange } from '../source/metadata.ts'
import { replace, type Edit } from './edit.ts'

/**
 * Brings `footnotes: 568-600` in a chapter's metadata up to date, quotes, blanks and dash as they are.
 * A chapter without notes keeps its contract, which no number could replace.
 */
export function contractEdits(chapter: Chapter): Edit[] {
  const { contract, notes, written } = chapter
  const place = written.metadataPositions['footnotes=']
  const range = rangeOf(chapter)
  if (contract === undefined || place === undefined || range === undefined) return []
  if (contract.first === range.first && contract.last === range.last) return []
  const from = place.start.offset
  const value = written.text.slice(from, place.end.offset)
  const match = /^(["']?\s*)(\d+)(?:(\s*[-–]\s*)(\d+))?/u.exec(value)
  const [, open = '', first = '', dash = '-', last = ''] = match ?? []
  if (first === '' || notes.length === 0)
    return [replace(from, from + value.trimEnd().length, `${range.first}-${range.last}`)]
  const at = from + open.length
  if (last === '') {
    const next = range.first === range.last ? `${range.first}` : `${range.first}-${range.last}`
    return [replace(at, at + first.length, next)]
  }
  const lastAt = at + first.length + dash.length
  return [...changed(at, first, String(range.first)), ...changed(lastAt, last, String(range.last))]
}

const changed = (at: number, old: string, next: string): Edit[] =>
  old === next ? [] : [replace(at, at + old.length, next)]

/** The numbers of a chapter's first and last note. */
function rangeOf({ notes }: Chapter): NoteRange | undefined {
  const first = Number(notes[0]?.number)
  const last = Number(notes.at(-1)?.number)
  return Number.isNaN(first) || Number.isNaN(last) ? undefined : { first, last }
}
