import type { Chapter } from '../../model/book.ts'
import type { Footnote } from '../../model/nodes.ts'
import { groundOf } from '../ground.ts'

/** A note as its author wrote it. Offsets into the chapter's text; `end` is exclusive. */
export interface NoteSource {
  readonly note: Footnote
  /** Behind `[^label]:` and white space. */
  readonly start: number
  readonly end: number
  /** The text with addresses and code blanked by U+0000, so that offsets stay. */
  readonly masked: string
  /** Addresses and links stand in it. */
  readonly hasAddress: boolean
}

const known = new WeakMap<Chapter, readonly NoteSource[]>()

/** The notes of a chapter in the order of their numbers, as text. */
export function noteSources(chapter: Chapter): readonly NoteSource[] {
  const before = known.get(chapter)
  if (before !== undefined) return before
  const made = read(chapter)
  known.set(chapter, made)
  return made
}

function read(chapter: Chapter): NoteSource[] {
  const { masked: text } = groundOf(chapter)
  return chapter.notes.map((note) => {
    const { start, end } = note.position
    const whole = text.slice(start.offset, end.offset)
    const head = /^(?:\[\^[^\]\s]{1,999}\]:|\^\[)\s*/u.exec(whole)?.[0].length ?? 0
    const tail = whole.startsWith('^[') ? 1 : 0
    const masked = whole.slice(head, whole.length - tail)
    return {
      note,
      start: start.offset + head,
      end: end.offset - tail,
      masked,
      hasAddress: masked.includes('\0'),
    }
  })
}

const ranges = new WeakMap<
  Chapter,
  readonly { readonly start: number; readonly end: number; readonly index: number }[]
>()

/** Index among the notes, from 0, of the one in whose text an offset lies. By binary search. */
export function noteAt(chapter: Chapter, offset: number): number | undefined {
  let sorted = ranges.get(chapter)
  if (sorted === undefined) {
    sorted = noteSources(chapter)
      .map(({ start, end }, index) => ({ start, end, index }))
      .sort((a, b) => a.start - b.start)
    ranges.set(chapter, sorted)
  }
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  const range = sorted[low - 1]
  return range !== undefined && offset < range.end ? range.index : undefined
}

/** Titles: what is emphasised or stands in quotation marks of any tradition. No pattern looks past a second opening mark. */
const title =
  /(?<![\p{L}\p{N}\\*])\*{1,3}(?=[^\s*])[^*\n]{1,400}\*{1,3}|(?<![\p{L}\p{N}\\_])_(?=[^\s_])[^_\n]{1,400}_(?![\p{L}\p{N}])|“[^“”]{1,600}”|„[^„“”]{1,600}[“”]|"[^"]{1,600}"|«[^«»]{1,600}»|‘[^‘’]{1,400}’(?!\p{L})|[「『《][^「『《」』》]{1,200}[」』》]/gu

/** Stretches that are titles, in order. */
export const titlesIn = (
  text: string,
): { readonly start: number; readonly end: number; readonly text: string }[] =>
  [...text.matchAll(title)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
    text: whole,
  }))

/** The text with its titles blanked by spaces, so that offsets stay. */
export const withoutTitles = (text: string): string =>
  text.replace(title, (whole) => ' '.repeat(whole.length))
