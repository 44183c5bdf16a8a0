// In: a Book and its Template. Out: Editions, or the pages of one.
// Never: proves or publishes.
import type { Diagnostic, Warned } from './diagnostic/diagnostic.ts'
import type { Edition, EditionKind, PageMap } from './edition.ts'
import { openWorkshop, type Workshop } from './making/workshop.ts'
import { frontMatterOf } from './matter.ts'
import { chaptersOf, type Book } from './model/book.ts'
import { excerpt } from './model/excerpt.ts'
import { templateFolders, type Checked } from './read-and-check.ts'
import { hashOfSource } from './source-hash.ts'
import { loadTemplate } from './template/load.ts'
import { punctuate } from './template/punctuation.ts'
import type { Template } from './template/template.ts'

/** What of a book is wanted; absence of both means the whole book, and each of its chapters. */
interface Extent {
  /** Id of one chapter. */
  readonly chapter?: string
  /** The whole book alone. */
  readonly isWhole?: boolean
}

/** The whole book, and each of its chapters where there are several; or what was asked for. */
export function wantedBooks(book: Book, { chapter, isWhole }: Extent): Book[] {
  const ids = chaptersOf(book).map(({ id }) => id)
  if (chapter !== undefined) return ids.includes(chapter) ? [excerpt(book, chapter)] : []
  if (ids.length === 1 || isWhole === true) return [book]
  return [book, ...ids.map((id) => excerpt(book, id))]
}

/** Books in the making at once: while the second thread makes the last of one, print begins the next. */
const AT_ONCE = 2

/** Makes the editions of every book, the first book's first. Few at a time: a book that is being set takes much memory. */
export async function makeAll(
  books: readonly Book[],
  template: Template,
  source: string,
  wanted: Wanted,
  workshop: Workshop,
): Promise<Warned<readonly Made[]>> {
  const made: Warned<readonly Made[]>[] = []
  let next = 0
  const makeInTurn = async (): Promise<void> => {
    for (let index = next++; index < books.length; index = next++) {
      const book = books[index]
      if (book !== undefined)
        made[index] = await makeEditions(book, template, source, wanted, workshop)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, makeInTurn))
  const diagnostics = made.flatMap((each) => each.diagnostics)
  return { value: made.flatMap(({ value }) => value), diagnostics: saidOnce(diagnostics) }
}

/** A fault of a chapter is one of its book too: it is told of the book, which is set first. */
function saidOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set<string>()
  return diagnostics.filter(({ rule, file, position }) => {
    if (file === undefined || position === undefined) return true
    const key = `${rule} ${file} ${position.start.offset} ${position.end.offset}`
    const isNew = !told.has(key)
    told.add(key)
    return isNew
  })
}

/** Which editions, and how. */
interface Wanted {
  readonly editions: readonly EditionKind[]
  /** Print for the press; absence means for reading. */
  readonly press?: { readonly marks: boolean }
}

interface Made {
  readonly edition: Edition
  readonly of: Book
}

/** Makes the editions of one book. The makers share nothing and know nothing of each other. */
async function makeEditions(
  book: Book,
  template: Template,
  source: string,
  { editions: kinds, press }: Wanted,
  workshop: Workshop,
): Promise<Warned<readonly Made[]>> {
  const matter = frontMatterOf(book, template, source)
  const made = await Promise.all(
    kinds.map((kind) =>
      workshop.make({ kind, book, template, matter, ...(press !== undefined && { press }) }),
    ),
  )
  return {
    value: made.flatMap(({ value }) => (value === undefined ? [] : [{ edition: value, of: book }])),
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** Lays a book out for print, and keeps nothing but what is on which page. */
export async function layOut({ manuscript, book }: Checked): Promise<Warned<PageMap | undefined>> {
  const loaded = loadTemplate(manuscript.metadata.template, templateFolders(manuscript.root))
  if (loaded.value === undefined) return { value: undefined, diagnostics: loaded.diagnostics }
  const template = loaded.value
  const matter = frontMatterOf(book, template, hashOfSource(manuscript, template))
  const workshop = openWorkshop(['print'])
  const order = { kind: 'print', book: punctuate(book, template), template, matter } as const
  const { value, diagnostics } = await workshop.make(order)
  return { value: value?.pages, diagnostics: [...loaded.diagnostics, ...diagnostics] }
}
