// In: a Book and its Template. Out: Editions, or the pages of one.
// Never: proves or publishes.
import type { Diagnostic, Warned } from './diagnostic/diagnostic.ts'
import type { Edition, EditionKind, PageMap } from './edition.ts'
import type { Workshop } from './making/workshop.ts'
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
  /** Word for readers; absence means for editors. */
  readonly isPublic?: boolean
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
  { editions: kinds, press, isPublic }: Wanted,
  workshop: Workshop,
): Promise<Warned<readonly Made[]>> {
  const matter = frontMatterOf(book, template, source)
  // What marks printed pages is laid out even where print is not wanted: it has the same bytes then.
  const laidOut = kinds.some(isPaged)
    ? import('./print/lay-out.ts').then(({ layOut: lay }) => lay(book, template, matter))
    : nothing
  const makeOne = async (kind: EditionKind): Promise<Warned<Edition | undefined>> => {
    if (!isPaged(kind))
      return workshop.make({
        kind,
        book,
        template,
        matter,
        ...(isPublic !== undefined && { isPublic }),
      })
    const { value: layout, diagnostics } = await laidOut
    if (kind === 'print') {
      const { printPages } = await import('./print/print.ts')
      const edition = layout && printPages(book, template, layout, press && { press })
      return { value: edition, diagnostics }
    }
    // How pages are filled is told of print; that they cannot be is told of whatever wants them.
    if (layout === undefined)
      return { value: undefined, diagnostics: kinds.includes('print') ? [] : diagnostics }
    const { pageMapOf } = await import('./print/lay-out.ts')
    return workshop.make({ kind, book, template, matter, pages: pageMapOf(layout) })
  }
  // Print last: it takes this thread until it is done, while the others are made in theirs.
  const made = (await Promise.all(kinds.toReversed().map(makeOne))).toReversed()
  return {
    value: made.flatMap(({ value }) => (value === undefined ? [] : [{ edition: value, of: book }])),
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  }
}

const nothing: Promise<Warned<undefined>> = Promise.resolve({ value: undefined, diagnostics: [] })

/** Kinds that need to know what is on which printed page. */
const isPaged = (kind: EditionKind): kind is Exclude<EditionKind, 'word'> => kind !== 'word'

/** Lays a book out for print, and keeps nothing but what is on which page. */
export async function layOut({ manuscript, book }: Checked): Promise<Warned<PageMap | undefined>> {
  const loaded = loadTemplate(manuscript.metadata.template, templateFolders(manuscript.root))
  if (loaded.value === undefined) return { value: undefined, diagnostics: loaded.diagnostics }
  const template = loaded.value
  const matter = frontMatterOf(book, template, hashOfSource(manuscript, template))
  const { layOut: lay, pageMapOf } = await import('./print/lay-out.ts')
  const { value, diagnostics } = await lay(punctuate(book, template), template, matter)
  return { value: value && pageMapOf(value), diagnostics: [...loaded.diagnostics, ...diagnostics] }
}
