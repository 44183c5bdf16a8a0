import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { toBook } from '../src/model/to-book.ts'
import type { Book } from '../src/model/book.ts'
import type { Warned } from '../src/diagnostic/diagnostic.ts'
import type { Manuscript } from '../src/source/manuscript.ts'
import { readBook, readLone } from '../src/source/read.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Files in a temporary folder that goes when the test file ends. */
export function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-test-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** The least that a book must say, with chapters as given. */
export const bookYaml = (chapters: readonly string[], more = ''): string =>
  `title: Report\nlanguage: en-US\ndate: 2020-12-15\n${more}chapters:\n${chapters.map((chapter) => `  - ${chapter}\n`).join('')}`

/** Reads a book; names of files are told from its folder. */
export const readFiles = (
  files: Readonly<Record<string, string | Uint8Array>>,
): Warned<Manuscript | undefined> => readBook(writeFiles(files))

/** A lone chapter, numbered. Throws where it cannot be read. */
export function loneBook(markdown: string): Book {
  const { value, diagnostics } = readLone(
    join(writeFiles({ 'chapter.md': markdown }), 'chapter.md'),
    {
      today: '2020-12-15',
    },
  )
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return toBook(value)
}

/** A book of several files, numbered. Throws where it cannot be read. */
export function bookOf(files: Readonly<Record<string, string | Uint8Array>>): Book {
  const { value, diagnostics } = readFiles(files)
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return toBook(value)
}
