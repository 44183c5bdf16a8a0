// In: a Manuscript. Out: a Book, numbered and resolved.
// Never: says whether the author was right (that is what the checks do).
import type { Manuscript, ManuscriptChapter } from '../source/manuscript.ts'
import { Anchors } from './anchors.ts'
import type { Book, Chapter, Part } from './book.ts'
import { collect, type Collected } from './collect.ts'
import { convertChapter } from './from-mdast.ts'
import { nameTargets } from './name-targets.ts'
import { numberNotes } from './number.ts'
import { Targets } from './targets.ts'

export interface BookSettings {
  /** First number, where the command line says it. */
  readonly first?: number
}

/** Numbers the notes, names everything that can be led to, and converts every chapter. Pure. */
export function toBook(manuscript: Manuscript, { first }: BookSettings = {}): Book {
  const chapters = manuscript.parts.filter((part) => part.type === 'chapter')
  const collected = new Map(chapters.map((chapter) => [chapter.id, collect(chapter)]))

  // Numbers stand before names: a note's second name is its number.
  const numbers = numberNotes(manuscript, (chapter) => callsOf(collected, chapter), first)

  // All names stand before any text: a reference may lead forwards, into a later chapter.
  const targets = new Targets(
    chapters.map(({ id }) => id),
    manuscript.bookFile === undefined || chapters.length < manuscript.parts.length,
  )
  const anchors = new Anchors()
  for (const { id } of chapters) anchors.claim(id, id)
  const named = new Map(
    chapters.map((chapter) => [
      chapter.id,
      nameTargets(chapter, collected.get(chapter.id), numbers.get(chapter.id), anchors, targets),
    ]),
  )

  const titles = new Map(
    chapters.map((chapter) => [
      chapter.id,
      chapter.metadata.shortTitle ?? named.get(chapter.id)?.title ?? chapter.id,
    ]),
  )
  const parts = manuscript.parts.map((part): Part => {
    if (part.type === 'elsewhere') return part
    return convertChapter(part, {
      collected: required(collected.get(part.id)),
      names: required(named.get(part.id)),
      numbers: required(numbers.get(part.id)),
      targets,
      titles,
      metadata: manuscript.metadata,
    }) satisfies Chapter
  })
  return {
    type: 'book',
    name: manuscript.name,
    ...(manuscript.bookFile === undefined ? {} : { file: manuscript.bookFile }),
    metadata: manuscript.metadata,
    parts,
    ...(manuscript.cover === undefined ? {} : { cover: manuscript.cover }),
    published: manuscript.published,
  }
}

/** The calls that take a number: of a note that exists, in the text, not inside a note. */
function callsOf(collected: ReadonlyMap<string, Collected>, chapter: ManuscriptChapter) {
  const { written, notes } = required(collected.get(chapter.id))
  return written.calls
    .filter((call) => call.inNote === undefined && notes.has(call.key))
    .map(({ key, label }) => ({ note: key, label }))
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a chapter was not collected')
  return value
}
