import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import type { ProvenKind } from '../../src/edition.ts'
import { epub } from '../../src/epub/epub.ts'
import { frontMatterOf } from '../../src/matter.ts'
import type { Book } from '../../src/model/book.ts'
import { toBook } from '../../src/model/to-book.ts'
import { openPandoc } from '../../src/pandoc/pandoc.ts'
import { layOut, pageMapOf } from '../../src/print/lay-out.ts'
import { print } from '../../src/print/print.ts'
import { prove, type ProvenFile } from '../../src/proof/prove.ts'
import { readBook } from '../../src/source/read.ts'
import { loadTemplate } from '../../src/template/load.ts'
import type { Template } from '../../src/template/template.ts'
import { web } from '../../src/web/web.ts'
import { word } from '../../src/word/word.ts'

const templates = fileURLToPath(new URL('../../templates', import.meta.url))

export const template: Template = required(loadTemplate('report', [templates]).value)

/** A book of chapters by file name, in their order, read from a folder that is gone afterwards. */
export function bookOf(
  chapters: Readonly<Record<string, string>>,
  settings = '',
  images: Readonly<Record<string, string>> = {},
): Book {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-proof-'))
  try {
    const list = Object.keys(chapters).map((name) => `  - ${name}\n`)
    const yaml = `title: A Report\nlanguage: en-US\ndate: 2020-12-15\nversion: 1\ntemplate: report\n${settings}\nchapters:\n${list.join('')}`
    for (const [name, text] of Object.entries({ ...chapters, ...images, 'book.yaml': yaml })) {
      const file = join(folder, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    const { value, diagnostics } = readBook(folder)
    if (value === undefined) throw new Error(JSON.stringify(diagnostics))
    return toBook(value)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const makers = { print, word, epub, web } as const

/** The finished edition of a kind. */
export async function make(book: Book, kind: ProvenKind): Promise<ProvenFile> {
  const matter = frontMatterOf(book, template, 'source')
  const isPaged = kind === 'epub' || kind === 'web'
  const laid = isPaged ? await layOut(book, template, matter) : undefined
  const made =
    laid?.value === undefined
      ? await makers[kind](book, template, matter)
      : await makers[kind === 'web' ? 'web' : 'epub'](book, template, matter, pageMapOf(laid.value))
  const { value, diagnostics } = made
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return { ...value, kind }
}

/** The same file with one of its parts rewritten. Throws where nothing changes, since such a test would prove nothing. */
export function rewrite(
  file: ProvenFile,
  part: string,
  change: (text: string) => string,
): ProvenFile {
  const parts = unzipSync(file.bytes)
  const before = strFromU8(required(parts[part]))
  const after = change(before)
  if (after === before) throw new Error(`nothing was changed in ${part}`)
  return { ...file, bytes: zipSync({ ...parts, [part]: strToU8(after) }) }
}

const pandoc = openPandoc()

/** What the proof finds in some editions of a book. */
export const proofOf = (book: Book, ...files: readonly ProvenFile[]): Promise<Diagnostic[]> =>
  prove(files, book, template, pandoc)

export const closePandoc = (): Promise<void> => pandoc.close()

/** "rule line: message" of each finding. */
export const told = (found: readonly Diagnostic[]): string[] =>
  found.map(
    ({ rule, position, message }) => `${rule} ${String(position?.start.line ?? '-')}: ${message}`,
  )

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing')
  return value
}
