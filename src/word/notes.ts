import type { Paragraph } from 'docx'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import { identified } from './bookmark.ts'
import { element } from './element.ts'
import { introduces } from './introduces.ts'
import { noMarks } from './marks.ts'
import { paragraphOf } from './paragraph.ts'
import type { NoteCount } from './page.ts'
import { placeIn } from './place-in.ts'
import { run } from './run.ts'
import type { State, WordBlock, WordNote } from './state.ts'

/** Number of a note as Word would count it; undefined where it is none that Word counts: "581a". */
const countable = (number: string): number | undefined =>
  /^[1-9][0-9]{0,8}$/.test(number) ? Number(number) : undefined

/** `w:id`s for all notes of the book, by anchor, and which of them Word may number by itself. */
export function numberNotes(book: Book): ReadonlyMap<string, WordNote> {
  const notes = new Map<string, WordNote>()
  for (const chapter of chaptersOf(book)) {
    let expected: number | undefined
    for (const footnote of chapter.notes) {
      const number = countable(footnote.number)
      expected ??= number
      const counted = number !== undefined && number === expected
      if (counted) expected = number + 1
      notes.set(footnote.anchor, { footnote, id: notes.size + 1, counted })
    }
  }
  return notes
}

/**
 * Where each chapter's notes start, in order of chapters. Where every chapter goes on from the one
 * before, none restarts, so that a note added in Word moves all that follow; else each section counts
 * from its own start, across chapters that are elsewhere and with numbering by chapter.
 */
export function noteCounts(book: Book): readonly NoteCount[] {
  const ranges = chaptersOf(book).map((chapter) => {
    const numbers = chapter.notes.flatMap((note) => countable(note.number) ?? [])
    return { first: numbers[0], last: numbers.at(-1) }
  })
  const noted = ranges.filter((range) => range.first !== undefined)
  const runsOn = noted.every(
    (range, index) => index === 0 || range.first === (noted[index - 1]?.last ?? 0) + 1,
  )
  const start = noted[0]?.first ?? 1
  if (runsOn) return ranges.map(() => ({ start, restart: false }))
  const starts = ranges.map(({ first = 1 }) => first)
  if (starts.some((each) => each !== 1)) {
    return starts.map((each) => ({ start: each, restart: true }))
  }
  // See `frontCount`.
  return starts.map((_, index) => ({
    restart: true,
    ...(index === starts.length - 1 && { start: 1 }),
  }))
}

/**
 * For the first page, which has no notes, where every chapter counts from 1: a start that is not that
 * of the last chapter. LibreOffice (7.4) counts the notes of all chapters anew only when a section
 * changes how it counts, at that section's end, and shows those of later ones as 0; so the last
 * section must change something. The chapters between say no start and have the document's.
 */
export const frontCount = (counts: readonly NoteCount[]): NoteCount | undefined =>
  counts.length > 1 && counts[0]?.restart === true && counts[0].start === undefined
    ? { start: 2, restart: true }
    : undefined

/** `w:footnote`s by `w:id`, as `docx` takes them. It puts the number before what is here. */
export function footnotes(
  state: State,
): Readonly<Record<string, { readonly children: readonly Paragraph[] }>> {
  const notes: Record<string, { readonly children: readonly Paragraph[] }> = {}
  for (const chapter of chaptersOf(state.book)) {
    for (const note of chapter.notes) {
      const id = String(state.notes.get(note.anchor)?.id)
      notes[id] = { children: noteParagraphs(noteBlocks(state, chapter, note.children)) }
    }
  }
  return notes
}

/** The first paragraph hangs from its number; a note that opens with anything else has the number on a line of its own. */
function noteBlocks(
  state: State,
  chapter: Chapter,
  children: Chapter['children'],
): readonly WordBlock[] {
  const place = placeIn(state.template, chapter, 'note')
  const setting = { place, marks: noMarks }
  const [first, ...rest] = children
  const opens = first?.type === 'paragraph'
  const tab = run(state, setting, [element('w:tab')])
  if (!opens) {
    return [
      paragraphOf('FootnoteText', [tab], { keepNext: true }),
      ...state.blocks(place, children),
    ]
  }
  const keepNext = introduces(first, rest[0])
  return [
    paragraphOf(
      'FootnoteText',
      [tab, ...identified(state, { node: first }, state.inlines(setting, first.children))],
      { keepNext },
    ),
    ...state.blocks(place, rest, first),
  ]
}

/** `docx` names paragraphs alone as a note's content, but writes whatever it is given: tables too (`EG_BlockLevelElts`). */
const noteParagraphs = (children: readonly WordBlock[]): readonly Paragraph[] =>
  children as readonly Paragraph[]
