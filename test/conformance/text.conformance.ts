import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isThere, run, temporary, unless } from './programs.ts'
import { compareText } from './text/compare.ts'
import { byPdfJs, byPoppler } from './text/read-pages.ts'
import { typeset } from './text/typeset.ts'

const withoutPoppler = unless(isThere('pdftotext'), 'the text of every page, by poppler')
const readers = [...(withoutPoppler ? [] : [byPoppler]), byPdfJs]

/** Generated books, and how many chapters of each. */
const books = { long: 2, 'notes-heavy': 1, 'giant-notes': 1, crowded: 1, addresses: 1 } as const

const folder = temporary()
const generated = Object.entries(books).map(([name, chapters]) => {
  const path = join(folder, name)
  run(process.execPath, 'test/bench/books/write.js', name, path, String(chapters))
  return path
})

const markdownOf = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(path, name))

/** Of which no face has every character: no print edition is made of them. */
const undrawable = [
  'poetry.md',
  'fixtures/undrawable.md',
  'documents/languages.md',
  'languages/input.md',
]

const documents = [
  'source',
  'test/conformance/text/characters.md',
  ...generated,
  ...['test/prose/documents', 'test/print/page/fixtures', 'test/word'].flatMap(markdownOf),
].filter((path) => !undrawable.some((name) => path.endsWith(name)))

describe.each(['report', 'letter'])('the text of every page, in the template %s', (template) => {
  it.each(documents)('is that of the Book: %s', async (path) => {
    const made = await typeset(path, template)
    for (const read of readers)
      expect(compareText(made, await read(made.bytes)), read.name).toEqual([])
  })
})
