// In: a Book and its Template. Out: Editions, or the pages of one.
// Never: proves or publishes.
import type { Warned } from './diagnostic/diagnostic.ts'
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

/** The whole book, and each of its chapters where there are several; or the one that was asked for. */
export function wantedBooks(book: Book, chapter: string | undefined): Book[] {
  const ids = chaptersOf(book).map(({ id }) => id)
  if (chapter !== undefined) return ids.includes(chapter) ? [excerpt(book, chapter)] : []
  return ids.length === 1 ? [book] : [book, ...ids.map((id) => excerpt(book, id))]
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
export async function makeEditions(
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
