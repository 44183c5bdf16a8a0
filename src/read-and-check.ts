// In: a path. Out: a manuscript that was read, numbered and checked, with its template.
// Never: makes an edition, prints, or reads the clock.
import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { check } from './check/check.ts'
import { isError, type Diagnostic, type Warned } from './diagnostic/diagnostic.ts'
import { installed } from './installed.ts'
import type { Book } from './model/book.ts'
import { toBook } from './model/to-book.ts'
import { settingOf } from './setting.ts'
import type { Manuscript } from './source/manuscript.ts'
import { toChapter } from './source/chapter.ts'
import { readBook, readLone } from './source/read.ts'
import { loadTemplate } from './template/load.ts'
import type { Template } from './template/template.ts'

/** What the outside knows and no stage may ask for itself. */
export interface Outside {
  /** ISO date of today, for a lone chapter without a date. */
  readonly today: string
  /** ISO date that overrides every other (SOURCE_DATE_EPOCH). */
  readonly epochDate?: string
}

/** A manuscript that was read, numbered and checked. */
export interface Checked {
  readonly manuscript: Manuscript
  readonly book: Book
  /** Absence means that it could not be loaded, which is a finding. */
  readonly template?: Template
}

export interface CheckRequest {
  /** A folder with `book.yaml`, that file, or a Markdown file. */
  readonly path: string
  /** First number of notes, instead of the book's own. */
  readonly first?: number
  /** Name of a template, instead of the book's own. */
  readonly template?: string
  /** A template that is loaded, instead of any other. */
  readonly loaded?: Template
}

/**
 * Reads, numbers and checks. The value is undefined where the manuscript cannot be read. A template
 * that is not there is a finding beside those of the text. `purpose` as in `loadTemplate`.
 */
export function readAndCheck(
  { path: named, first, template: wanted, loaded }: CheckRequest,
  outside: Outside,
  purpose: 'making' | 'checking' = 'checking',
): Warned<Checked | undefined> {
  const path = withoutBookFile(named)
  const read = isFolder(path) ? readBook(path) : readLone(path, outside)
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics }
  const { epochDate } = outside
  const manuscript: Manuscript =
    epochDate === undefined
      ? read.value
      : { ...read.value, metadata: { ...read.value.metadata, date: epochDate } }
  const book = toBook(manuscript, first === undefined ? {} : { first })
  const { value: template, diagnostics: unloaded } =
    loaded !== undefined
      ? { value: loaded, diagnostics: [] }
      : loadTemplate(
          wanted ?? manuscript.metadata.template,
          templateFolders(manuscript.root),
          manuscript.bookFile === undefined ? {} : { file: manuscript.bookFile },
          purpose,
        )
  const found = check(book, template === undefined ? undefined : settingOf(template))
  return {
    value: { manuscript, book, ...(template === undefined ? {} : { template }) },
    diagnostics: [...read.diagnostics, ...unloaded, ...found],
  }
}

/**
 * Numbers and checks again with other texts, by file, as though they were on the disk. The value is
 * undefined where one of them cannot be read as a chapter.
 */
export function recheck(
  { manuscript, template }: Checked,
  texts: ReadonlyMap<string, string>,
  first?: number,
): Warned<Checked | undefined> {
  const diagnostics: Diagnostic[] = []
  const parts = manuscript.parts.map((part) => {
    const text = part.type === 'chapter' ? texts.get(part.file) : undefined
    if (part.type !== 'chapter' || text === undefined || text === part.text) return part
    const read = toChapter(text, part.file, part.id, manuscript.root)
    diagnostics.push(...read.diagnostics)
    return read.value ?? part
  })
  if (diagnostics.some(isError)) return { value: undefined, diagnostics }
  const changed: Manuscript = { ...manuscript, parts }
  const book = toBook(changed, first === undefined ? {} : { first })
  return {
    value: { manuscript: changed, book, ...(template === undefined ? {} : { template }) },
    diagnostics: [
      ...diagnostics,
      ...check(book, template === undefined ? undefined : settingOf(template)),
    ],
  }
}

/** A book's own templates, those beside its folder, and those that come with this program. */
export const templateFolders = (root: string): string[] => [
  join(root, 'templates'),
  join(root, '..', 'templates'),
  installed('templates'),
]

/** The folder of a book that is named by its `book.yaml`; any other path as it is. */
export const withoutBookFile = (path: string): string =>
  basename(path) === 'book.yaml' ? dirname(path) : path

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Neither is there: a name that ends in .md was meant as a chapter, any other as a book.
    return !path.endsWith('.md')
  }
}
