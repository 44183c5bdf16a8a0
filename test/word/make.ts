import { strFromU8, unzipSync } from 'fflate'
import { toBook } from '../../src/model/to-book.ts'
import type { Book } from '../../src/model/book.ts'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import { readLone } from '../../src/source/read.ts'
import { loadTemplate } from '../../src/template/load.ts'
import type { Template } from '../../src/template/template.ts'
import { word } from '../../src/word/word.ts'

/** The project's own template. */
export function reportTemplate(): Template {
  const loaded = loadTemplate('report', ['templates'])
  if (loaded.value === undefined) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.value
}

/** The Book of one Markdown file. */
export function bookOf(file: string): Book {
  const read = readLone(file, { today: '2020-12-15' })
  if (read.value === undefined) throw new Error(JSON.stringify(read.diagnostics))
  return toBook(read.value)
}

export const noFrontMatter: FrontMatter = { titlePage: [], colophon: [] }

/** The bytes of a Book's Word edition. */
export async function bytesOf(
  book: Book,
  frontMatter: FrontMatter = noFrontMatter,
): Promise<Uint8Array> {
  const made = await word(book, reportTemplate(), frontMatter)
  if (made.value === undefined) throw new Error(JSON.stringify(made.diagnostics))
  return made.value.bytes
}

/** The parts of a Word file as text, by path. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))

/** One part of the edition of a fixture. */
export async function partOf(topic: string, path: string): Promise<string> {
  const parts = partsOf(await bytesOf(bookOf(`test/word/${topic}/input.md`)))
  return parts.get(path) ?? ''
}
