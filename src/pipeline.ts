// Every stage, top to bottom: read, model, check, template, print + word + epub, proof, publish.
// In: a path and what was asked for. Out: what was found, and what was published.
// Never: prints, ends the process, or reads the clock.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './check/check.ts'
import { diagnose } from './diagnostic/diagnose.ts'
import { isError, type Diagnostic, type Warned } from './diagnostic/diagnostic.ts'
import type { Edition, EditionKind, PageMap } from './edition.ts'
import { factsOf } from './facts.ts'
import { installed } from './installed.ts'
import { openWorkshop, type Workshop } from './making/workshop.ts'
import { frontMatterOf } from './matter.ts'
import { chaptersOf, type Book } from './model/book.ts'
import { excerpt } from './model/excerpt.ts'
import { toBook } from './model/to-book.ts'
import { openPandoc, type Pandoc } from './pandoc/pandoc.ts'
import { entryOf, type Manifest } from './publish/manifest.ts'
import { publish, publishDraft } from './publish/publish.ts'
import { prepareRegister, refuseRelease, writeRegister } from './release.ts'
import { settingOf } from './setting.ts'
import { hashOfSource } from './source-hash.ts'
import type { Manuscript } from './source/manuscript.ts'
import { toChapter } from './source/chapter.ts'
import { readBook, readLone } from './source/read.ts'
import { loadTemplate } from './template/load.ts'
import { punctuate } from './template/punctuation.ts'
import type { Template } from './template/template.ts'
import { libraries, version } from './version.ts'

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
  /** A folder with `book.yaml`, or a Markdown file. */
  readonly path: string
  /** First number of notes, instead of the book's own. */
  readonly first?: number
  /** Name of a template, instead of the book's own. */
  readonly template?: string
}

/**
 * Reads, numbers and checks. The value is undefined where the manuscript cannot be read. A template
 * that is not there is a finding beside those of the text. `purpose` as in `loadTemplate`.
 */
export function readAndCheck(
  { path, first, template: wanted }: CheckRequest,
  outside: Outside,
  purpose: 'making' | 'checking' = 'checking',
): Warned<Checked | undefined> {
  const read = isFolder(path) ? readBook(path) : readLone(path, outside)
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics }
  const { epochDate } = outside
  const manuscript: Manuscript =
    epochDate === undefined
      ? read.value
      : { ...read.value, metadata: { ...read.value.metadata, date: epochDate } }
  const book = toBook(manuscript, first === undefined ? {} : { first })
  const { value: template, diagnostics: unloaded } = loadTemplate(
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

export interface BuildRequest extends CheckRequest {
  readonly editions: readonly EditionKind[]
  /** Folder of the editions. */
  readonly out: string
  /** Skips the proof, and stamps the editions; they go to `draft/`. */
  readonly draft: boolean
  /** Id of the one chapter that is wanted; absence means the whole book and every chapter. */
  readonly chapter?: string
  /** Warnings stop the build too. */
  readonly strict?: boolean
  /** Print for the press, in four inks, with crop marks where they are wanted; absence means for reading. */
  readonly press?: { readonly marks: boolean }
  /** Writes the register of the version that is published, which guards its numbers from then on. */
  readonly release?: boolean
}

export interface Built {
  readonly folder: string
  readonly files: readonly string[]
  readonly editions: readonly Edition[]
  /** The register of the version that was released; absence means that none was asked for. */
  readonly register?: string
}

/** Called as each stage begins: `print`, `proof` … */
export type Progress = (stage: string) => void

/** Builds and publishes. Nothing is published where anything found stops it. */
export async function build(
  request: BuildRequest,
  outside: Outside,
  progress: Progress = () => {},
): Promise<Warned<Built | undefined>> {
  // The reader of finished files starts while they are being made.
  const pandoc = request.draft ? undefined : openPandoc()
  const workshop = openWorkshop(request.editions)
  try {
    progress('read')
    const checked = readAndCheck(request, outside, 'making')
    const diagnostics: Diagnostic[] = [...checked.diagnostics]
    const stops = (found: readonly Diagnostic[]): boolean =>
      found.some(
        (each) => isError(each) || (request.strict === true && each.severity === 'warning'),
      )
    if (checked.value === undefined || stops(diagnostics)) return { value: undefined, diagnostics }

    const { manuscript, template } = checked.value
    if (template === undefined) return { value: undefined, diagnostics }
    const source = hashOfSource(manuscript, template)
    const numbered = request.draft ? asDraft(checked.value.book) : checked.value.book
    const book = punctuate(numbered, template)

    const ids = chaptersOf(book).map(({ id }) => id)
    if (request.chapter !== undefined && !ids.includes(request.chapter)) {
      const unknown = diagnose('wrong-usage', {
        message: `there is no chapter \`${request.chapter}\` in the book`,
        help: `the chapters are ${ids.join(', ')}`,
      })
      return { value: undefined, diagnostics: [...diagnostics, unknown] }
    }

    if (request.release === true) {
      diagnostics.push(...refuseRelease(request, manuscript))
      if (stops(diagnostics)) return { value: undefined, diagnostics }
    }

    progress(request.editions.join(', '))
    const made = await Promise.all(
      wantedBooks(book, request.chapter).map((wanted) =>
        makeEditions(wanted, template, source, request, workshop),
      ),
    )
    const editions = made.flatMap(({ value }) => value)
    diagnostics.push(...made.flatMap((each) => each.diagnostics))
    if (stops(diagnostics)) return { value: undefined, diagnostics }

    const register =
      request.release === true
        ? prepareRegister(
            book,
            editions.map(({ edition }) => edition),
            manuscript.root,
          )
        : nothing
    diagnostics.push(...register.diagnostics)
    if (stops(diagnostics)) return { value: undefined, diagnostics }

    if (pandoc === undefined) {
      progress('publish')
      const folder = join(request.out, 'draft')
      const published = publishDraft(
        folder,
        editions.map(({ edition }) => edition),
      )
      return finish(published, folder)
    }
    progress('proof')
    const books = wantedBooks(book, request.chapter)
    const finished = editions.map(({ edition }) => edition)
    diagnostics.push(...(await proveAll(finished, books, template, pandoc)))
    const engine = await pandoc.engine
    if (stops(diagnostics)) return { value: undefined, diagnostics }

    progress('publish')
    const { metadata } = book
    const manifest: Manifest = {
      schema: 1,
      identifier: metadata.identifier,
      title: metadata.title,
      version: metadata.version,
      date: metadata.date,
      status: metadata.status,
      source,
      madeBy: { imprimatur: version, libraries },
      editions: editions.map(({ edition, of }) =>
        entryOf(
          edition,
          factsOf(of),
          { identifier: metadata.identifier, source },
          `read back; ${engine === undefined ? 'no pandoc' : `pandoc ${engine.version}`}`,
        ),
      ),
    }
    return finish(
      publish(
        request.out,
        editions.map(({ edition }) => edition),
        manifest,
      ),
      request.out,
    )

    function finish(
      published: Warned<readonly string[]>,
      folder: string,
    ): Warned<Built | undefined> {
      const all = [...diagnostics, ...published.diagnostics]
      if (published.diagnostics.some(isError)) return { value: undefined, diagnostics: all }
      if (register.value !== undefined) all.push(...writeRegister(register.value))
      if (all.some(isError)) return { value: undefined, diagnostics: all }
      const value = {
        folder,
        files: published.value,
        editions: editions.map(({ edition }) => edition),
        ...(register.value === undefined ? {} : { register: register.value.path }),
      }
      return { value, diagnostics: all }
    }
  } finally {
    await Promise.all([pandoc?.close(), workshop.close()])
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
  const books = wantedBooks(book, undefined)
  const own = editions.filter((edition) => books.some(({ name }) => name === edition.name))
  const pandoc = openPandoc()
  try {
    diagnostics.push(...(await proveAll(own, books, template, pandoc)))
  } finally {
    await pandoc.close()
  }
  return { value: own.length, diagnostics }
}

/** Each edition against the book of its name. */
async function proveAll(
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

interface Made {
  readonly edition: Edition
  readonly of: Book
}

/** Makes the editions of one book. The makers share nothing and know nothing of each other. */
async function makeEditions(
  book: Book,
  template: Template,
  source: string,
  { editions: kinds, press }: Pick<BuildRequest, 'editions' | 'press'>,
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

/** The whole book, and each of its chapters where there are several; or the one that was asked for. */
function wantedBooks(book: Book, chapter: string | undefined): Book[] {
  const ids = chaptersOf(book).map(({ id }) => id)
  if (chapter !== undefined) return ids.includes(chapter) ? [excerpt(book, chapter)] : []
  return ids.length === 1 ? [book] : [book, ...ids.map((id) => excerpt(book, id))]
}

/** No register is wanted. */
const nothing = { value: undefined, diagnostics: [] } as const

const asDraft = (book: Book): Book => ({ ...book, metadata: { ...book.metadata, status: 'draft' } })

/** A book's own templates, those beside its folder, and those that come with this program. */
const templateFolders = (root: string): string[] => [
  join(root, 'templates'),
  join(root, '..', 'templates'),
  installed('templates'),
]

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Neither is there: a name that ends in .md was meant as a chapter, any other as a book.
    return !path.endsWith('.md')
  }
}
