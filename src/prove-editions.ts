// In: Editions, and the book of each. Out: what the files say that the book does not.
// Never: makes or publishes an edition.
import type { Diagnostic, Warned } from './diagnostic/diagnostic.ts'
import type { Edition } from './edition.ts'
import { wantedBooks } from './make-editions.ts'
import type { Book } from './model/book.ts'
import { openPandoc, type Pandoc } from './pandoc/pandoc.ts'
import { readAndCheck, type Outside } from './read-and-check.ts'
import { punctuate } from './template/punctuation.ts'
import type { Template } from './template/template.ts'

/** Each edition against the book of its name. */
export async function proveAll(
  editions: readonly Edition[],
  books: readonly Book[],
  template: Template,
  pandoc: Pandoc,
): Promise<Diagnostic[]> {
  const { prove } = await import('./proof/prove.ts')
  const found: Diagnostic[] = []
  for (const book of books) {
    const own = editions.filter((edition) => edition.name === book.name)
    found.push(...(await prove(own, book, template, pandoc)))
  }
  // A reader that cannot be started is one cause, however many editions it should have read.
  const told = new Set<string>()
  return found.filter(({ rule, message, file }) => {
    if (file !== undefined) return true
    const isNew = !told.has(`${rule} ${message}`)
    told.add(`${rule} ${message}`)
    return isNew
  })
}

/** Holds finished files, whoever may have touched them, against their manuscript. The value is how many are editions of it. */
export async function proveAgain(
  editions: readonly Edition[],
  path: string,
  outside: Outside,
): Promise<Warned<number>> {
  const checked = readAndCheck({ path }, outside, 'making')
  const diagnostics = [...checked.diagnostics]
  const template = checked.value?.template
  if (checked.value === undefined || template === undefined) return { value: 0, diagnostics }
  const book = punctuate(checked.value.book, template)
  const books = wantedBooks(book, {})
  const own = editions.filter((edition) => books.some(({ name }) => name === edition.name))
  const pandoc = openPandoc()
  try {
    diagnostics.push(...(await proveAll(own, books, template, pandoc)))
  } finally {
    await pandoc.close()
  }
  return { value: own.length, diagnostics }
}
