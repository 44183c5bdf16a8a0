import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic, Position } from '../../diagnostic/diagnostic.ts'
import { chaptersOf, type Book, type Chapter } from '../../model/book.ts'
import { hashOfNote } from '../../model/note-hash.ts'
import type { Footnote } from '../../model/nodes.ts'
import { insertedLabel, isNumericLabel } from '../../model/number.ts'
import { lineOf, type PublishedNote, type PublishedVersion } from '../../source/register.ts'
import type { Check } from '../rule.ts'

/** Where a note of the published version is now; absence of `now` means that it is nowhere. */
interface Moved {
  readonly note: PublishedNote
  readonly version: PublishedVersion
  readonly now?: Footnote
  /** Id of the chapter that is to be told. */
  readonly chapter: string
}

/**
 * Numbers of the same line of versions (1, 1.1, 1.2) that readers have cited, and that would lead to
 * another note. Neighbours that moved alike are one mistake, told once.
 */
export const publishedNumberMoved: Check = (chapter, book) => {
  if (book.published.length === 0) return []
  const all = movedIn(book)
  const isLater = (run: readonly Moved[]): boolean => {
    const [first] = run
    const earlier = all.find((each) => first !== undefined && shiftOf(each) === shiftOf(first))
    return first?.now !== undefined && earlier !== undefined && earlier.chapter !== chapter.id
  }
  const own = all.filter(({ chapter: id }) => id === chapter.id)
  return runsOf(own).map((run) => tell(run, chapter, isLater(run)))
}

const known = new WeakMap<Book, readonly Moved[]>()

function movedIn(book: Book): readonly Moved[] {
  const before = known.get(book)
  if (before !== undefined) return before
  const made = findMoved(book)
  known.set(book, made)
  return made
}

function findMoved(book: Book): Moved[] {
  const line = lineOf(book.metadata.version)
  const chapters = chaptersOf(book)
  const [opening] = chapters
  const present = new Map(chapters.map((chapter) => [chapter.id, chapter]))
  const current = chapters.flatMap(({ id, notes }) => notes.map((note) => ({ id, note })))
  const byLabel = new Map(current.map((each) => [`${each.id}/${each.note.label}`, each]))
  const byNumber = new Map(current.map((each) => [`${each.id}/${each.note.number}`, each]))
  const byText = groupBy(current, ({ note }) => hashOfNote(note))
  const told = new Set<string>()
  return book.published
    .filter(({ version }) => lineOf(version) === line)
    .flatMap((version) => {
      const published = groupBy(version.notes, ({ text }) => text)
      return version.notes.flatMap((note): Moved[] => {
        const found = find(note)
        if (found?.note.number === note.number || told.has(note.number)) return []
        told.add(note.number)
        const chapter = found?.id ?? present.get(note.chapter)?.id ?? opening?.id ?? ''
        return [{ note, version, chapter, ...(found === undefined ? {} : { now: found.note }) }]
      })

      /** By its name; else by its text, where that is its own; else the number itself, where no other note of then has it now. */
      function find(note: PublishedNote): (typeof current)[number] | undefined {
        const key = `${note.chapter}/${note.label}`
        const isName = !isNumericLabel(note.label) && insertedLabel(note.label) === undefined
        const named = isName ? byLabel.get(key) : undefined
        if (named !== undefined) return named
        const same = byText.get(note.text) ?? []
        if (same.length === 1 && published.get(note.text)?.length === 1) return same[0]
        const here = byNumber.get(`${note.chapter}/${note.number}`)
        if (here === undefined) return undefined
        const text = hashOfNote(here.note)
        return text === note.text || !published.has(text) ? here : undefined
      }
    })
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** Neighbours that moved by the same, or that are all gone. */
function runsOf(moved: readonly Moved[]): Moved[][] {
  const runs: Moved[][] = []
  for (const each of moved) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && shiftOf(last) === shiftOf(each)) run.push(each)
    else runs.push([each])
  }
  return runs
}

const shiftOf = ({ note, now }: Moved): number | undefined =>
  now === undefined ? undefined : parseInt(now.number, 10) - parseInt(note.number, 10)

/** `isLater`: notes of an earlier chapter moved by the same, and these with them. */
function tell(run: readonly Moved[], chapter: Chapter, isLater: boolean): Diagnostic {
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last === undefined) throw new Error('a run of notes is empty')
  const { version } = first.version
  const were =
    run.length === 1
      ? `note ${first.note.number} of version ${version}`
      : `notes ${first.note.number}–${last.note.number} of version ${version}`
  const position: Position | undefined = first.now?.referencePosition
  const page = first.note.page === '' ? '' : `, on page ${first.note.page},`
  return diagnose('published-number-moved', {
    file: chapter.file,
    ...(position === undefined ? {} : { position }),
    message:
      first.now === undefined || last.now === undefined
        ? `${were} ${run.length === 1 ? 'is' : 'are'} no longer there`
        : `${were} would become ${first.now.number}${run.length === 1 ? '' : `–${last.now.number}`}`,
    note: `version ${version} of ${first.version.date} was published${page} with ${run.length === 1 ? 'that number' : 'these numbers'}, and readers may have cited ${run.length === 1 ? 'it' : 'them'}`,
    help:
      first.now === undefined
        ? `put the text back, if only to say that it was withdrawn, or write \`version: ${nextLine(version)}\`, which counts anew`
        : isLater
          ? 'the notes of an earlier chapter moved by the same, and these with them: mend that one'
          : (shiftOf(first) ?? 0) < 0
            ? `put back what stood before it, in its old place, or write \`version: ${nextLine(version)}\`, which counts anew`
            : `put a new note in as \`[^${before(first.note.number)}a]\`, which moves no other, or write \`version: ${nextLine(version)}\`, which counts anew`,
  })
}

const nextLine = (version: string): number => (parseInt(lineOf(version), 10) || 1) + 1

/** The number behind which a note can be put in. */
const before = (number: string): number => Math.max(1, parseInt(number, 10) - 1)
