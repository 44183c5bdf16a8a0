import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { datesOf, exists, type WrittenDate } from './dates.ts'
import { noteAt, noteSources, withoutTitles } from './note-sources.ts'

/** What has not happened yet may bear a later date: laws in force from it, deadlines, plans. */
const ahead =
  /(?<![a-z\u00c0-\u024f\u0400-\u04ff])(?:will|shall|effective|force|applies|apply|applicable|expires?|expiry|expiring|until|till|through|by|from|as from|scheduled|due|deadline|planned|expected|forthcoming|upcoming|no later than|before|between|starting|begins?|beginning|ends?|ending|target|proposed|next|valid|embargo(?:ed)?|in Kraft|gilt|bis|ab|à partir|jusqu|вступает|до|с)(?![a-z\u00c0-\u024f\u0400-\u04ff])[^.;]{0,60}$/i

const seen =
  /(?<![a-z\u00c0-\u024f\u0400-\u04ff])(?:accessed|visited|retrieved|consulted|checked|viewed|abgerufen|consulté|consultado|обращения)(?![a-z\u00c0-\u024f\u0400-\u04ff])[^.;]{0,24}$/i

/**
 * Dates of sources later than the book's own: whole dates, and months in parentheses or behind
 * "accessed". Years in titles ("Vision 2050") are none.
 */
export const dateAfterEdition: Check = (chapter, { metadata }) => {
  const { at } = groundOf(chapter)
  const limit = metadata.date.slice(0, 10)
  const notes = noteSources(chapter)
  return datesOf(chapter).flatMap((found): Diagnostic[] => {
    const written = isoOf(found)
    if (written === undefined || written <= limit.slice(0, written.length)) return []
    const note = notes[noteAt(chapter, found.start) ?? -1]
    if (note === undefined) return []
    const from = Math.max(note.start, found.start - farthest)
    const around = note.masked.slice(from - note.start, found.end + farthest - note.start)
    const date = { ...found, start: found.start - from, end: found.end - from }
    const text = withoutTitles(around)
    if (text[date.start] === ' ') return []
    const before = text.slice(Math.max(0, date.start - 80), date.start)
    const isSeen = seen.test(before)
    if (!isSeen && (ahead.test(before) || !isSource(date, text))) return []
    const shown = around.slice(date.start, date.end).replace(/\s+/gu, ' ')
    return [
      diagnose('date-after-edition', {
        file: chapter.file,
        position: at(found.start, found.end),
        message: `\`${shown}\` is later than the book, which is of ${limit}`,
        help: 'correct the date in the note, or `date` in the metadata',
      }),
    ]
  })
}

// Titles are no longer than this; each date is read by itself.
const farthest = 1000

/** As ISO 8601 writes it, as far as it is known. */
function isoOf(date: WrittenDate): string | undefined {
  if (date.year === undefined || date.year > 2199 || !exists(date)) return undefined
  const two = (number: number): string => String(number).padStart(2, '0')
  const month = `${date.year}-${two(date.month)}`
  return date.day === undefined ? month : `${month}-${two(date.day)}`
}

/** A date that stands as a source's does: alone between marks; a month only in parentheses. "The summit of 5 May 2031" is prose. */
function isSource({ start, end, day }: WrittenDate, text: string): boolean {
  const opened = /\([^()]{0,24}$/u.test(text.slice(Math.max(0, start - 25), start))
  const closed = /^[^()]{0,24}\)/u.test(text.slice(end, end + 25))
  if (opened && closed) return true
  if (day === undefined) return false
  return (
    /(?:^|[,.;:\])]\s{0,2}|\b(?:of|on|dated|published|posted|updated|vom|du|de|от))\s{0,2}$/i.test(
      text.slice(Math.max(0, start - 24), start),
    ) && /^\s{0,2}(?:[,.;:()[\]\0<]|$)/u.test(text.slice(end, end + 3))
  )
}
