import type { Book, Chapter } from '../../model/book.ts'
import { chaptersOf } from '../../model/book.ts'
import type { Position } from '../../diagnostic/diagnostic.ts'

interface Named {
  readonly identifier?: string
  readonly hasCaption: boolean
  readonly position: Position
}

const referenced = new WeakMap<Book, ReadonlySet<string>>()

/** Figures or tables with a caption that no reference and no link of the book leads to. */
export function unreferencedIn<T extends Named>(
  things: readonly T[],
  chapter: Chapter,
  book: Book,
): T[] {
  const names = referenced.get(book) ?? namesReferenced(book)
  referenced.set(book, names)
  return things.filter(
    ({ identifier, hasCaption }) =>
      hasCaption && (identifier === undefined || !names.has(nameOf(chapter.id, identifier))),
  )
}

const nameOf = (chapter: string, identifier: string): string =>
  `${chapter}/${identifier.normalize('NFC').toLowerCase()}`

function namesReferenced(book: Book): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { id, written } of chaptersOf(book)) {
    for (const { kind, label, chapter = id } of written.references)
      names.add(nameOf(chapter, `${kind}-${label}`))
    for (const { url } of written.links)
      if (url.startsWith('#')) names.add(nameOf(id, url.slice(1)))
  }
  return names
}
