import { insertedLabel, promisesNumber } from '../model/number.ts'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import type { Footnote } from '../model/nodes.ts'
import { isNumbered } from './first-number.ts'

/** New labels by the old ones, of one chapter; labels that stay are not in it. */
export type Renames = ReadonlyMap<string, string>

/** By id of the chapter. */
export type RenamesByChapter = ReadonlyMap<string, Renames>

/** What a label was at first, by chapter and new label; labels that stayed are not in it. */
export type Origins = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Every numeric label that differs from the number of its note, in the chapters that are wanted. */
export function renamesOf(book: Book, isWanted: (chapter: Chapter) => boolean): RenamesByChapter {
  return new Map(
    chaptersOf(book)
      .filter(isWanted)
      .map((chapter) => [
        chapter.id,
        new Map(
          chapter.notes
            .filter(
              (note) => (isNumbered(note) || wasPutIn(note, chapter)) && note.label !== note.number,
            )
            .map(({ label, number }) => [label, number]),
        ),
      ]),
  )
}

/** `581a` beside a note 581, behind which it does not stand any more: now it takes a number like any other. */
function wasPutIn({ label }: Footnote, { notes }: Chapter): boolean {
  const digits = insertedLabel(label)?.digits
  return digits !== undefined && notes.some((other) => other.label === digits)
}

/** What the labels were before `origins`, which some renames have followed. */
export function originsAfter(origins: Origins, renames: RenamesByChapter): Origins {
  return new Map(
    [...new Set([...origins.keys(), ...renames.keys()])].map((id) => {
      const before = origins.get(id) ?? new Map<string, string>()
      const own = renames.get(id) ?? new Map<string, string>()
      const after = new Map([...before].filter(([label]) => !own.has(label)))
      for (const [label, next] of own) after.set(next, before.get(label) ?? label)
      return [id, after]
    }),
  )
}

/** The note's number in a name such as `fn-568`; absence means that it is no such name. */
export function numberIn(name: string): string | undefined {
  const label = /^fn-(\d{1,7}[a-z]?)$/iu.exec(name)?.[1]
  return label !== undefined && promisesNumber(label) ? label : undefined
}
