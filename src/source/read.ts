// In: a folder with book.yaml, or one Markdown file. Out: a Manuscript.
// Never: numbers anything, or judges what the author wrote beyond what can be read at all.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isError, type Diagnostic, type Position, type Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { readChapter } from './chapter.ts'
import { decode } from './decode.ts'
import { pathInside, readFileBounded, type Asking } from './files.ts'
import { identifierOf } from './identifier.ts'
import { inspectImage } from './image.ts'
import { LARGEST_IMAGE } from './limits.ts'
import type { ImageFile, Manuscript, ManuscriptPart } from './manuscript.ts'
import { missingBook, missingChapter } from './missing.ts'
import { statuses, type BookMetadata } from './metadata.ts'
import { parseYaml, type YamlData } from '../settings/parse-yaml.ts'
import { validate } from '../settings/validate.ts'
import { readRegisters } from './register.ts'
import { bookKeys, bookSchema } from './schema.ts'

/** Bytes of `book.yaml` that are read at all; its parser has a limit of its own. */
const largestBookFile = 1024 * 1024

/** Reads the book in `folder`. The value is undefined where nothing can be built. */
export function readBook(folder: string): Warned<Manuscript | undefined> {
  const file = join(folder, 'book.yaml')
  const bytes = readFileBounded(file, file, largestBookFile)
  if (bytes.value === undefined)
    return {
      value: undefined,
      diagnostics: existsSync(file) ? bytes.diagnostics : [missingBook(folder)],
    }
  const text = decode(bytes.value, file)
  if (text.diagnostics.some(isError)) return { value: undefined, diagnostics: text.diagnostics }
  const yaml = parseYaml(text.value, file)
  if (yaml.value === undefined) return { value: undefined, diagnostics: yaml.diagnostics }
  const valid = validate(bookSchema, withVersionAsWritten(yaml.value, text.value), file, bookKeys)
  if (valid.value === undefined) return { value: undefined, diagnostics: valid.diagnostics }

  const { positions } = yaml.value
  const settings = valid.value
  const diagnostics: Diagnostic[] = []
  const parts: ManuscriptPart[] = []
  const seen = new Map<string, Position>()
  settings.chapters.forEach((entry, index) => {
    const position = positions.get(`chapters.${index}`) ?? nowhere
    if (typeof entry !== 'string') {
      parts.push({ type: 'elsewhere', title: entry.elsewhere, notes: entry.footnotes, position })
      return
    }
    const id = chapterId(entry)
    const first = seen.get(id)
    if (first !== undefined) {
      diagnostics.push(
        diagnose('duplicate-chapter', {
          file,
          position,
          message: `the chapter \`${entry}\` is listed twice, or another file has the same name`,
          help: 'list each chapter once, under a name of its own',
          related: [{ file, position: first, message: 'first listed here' }],
        }),
      )
      return
    }
    seen.set(id, position)
    const path = pathInside(folder, entry, { file, position })
    diagnostics.push(...path.diagnostics)
    if (path.value === undefined) return
    const named = join(folder, entry)
    const chapter = readChapter(named, { id, folder, asking: { file, position } })
    diagnostics.push(...chapter.diagnostics)
    if (chapter.value !== undefined) parts.push(chapter.value)
  })
  const cover =
    settings.cover === undefined
      ? undefined
      : readCover(settings.cover, folder, { file, ...placeOf(positions.get('cover=')) })
  diagnostics.push(...(cover?.diagnostics ?? []))
  const registers = readRegisters(folder)
  diagnostics.push(...registers.diagnostics)
  if (diagnostics.some(isError)) return { value: undefined, diagnostics }
  const chapters = parts.filter((part) => part.type === 'chapter')
  const metadata = toMetadata(settings)
  const value: Manuscript = {
    root: folder,
    bookFile: file,
    name: chapters.length === 1 ? (chapters[0]?.id ?? 'book') : nameOf(metadata),
    metadata,
    parts,
    ...(cover?.value === undefined ? {} : { cover: cover.value }),
    published: registers.value,
  }
  return { value, diagnostics }
}

/** `version: 1.10` is the tenth correction, and no number: YAML would read 1.1 (YAML 1.2.2, 10.3.2). */
function withVersionAsWritten(yaml: YamlData, text: string): YamlData {
  const { data, positions } = yaml
  const place = positions.get('version=')
  if (place === undefined || typeof data !== 'object' || data === null) return yaml
  if (!('version' in data) || typeof data.version !== 'number') return yaml
  const version = text.slice(place.start.offset, place.end.offset)
  return { data: { ...data, version }, positions }
}

/** The image of the cover, or what is wrong with it. */
function readCover(name: string, folder: string, asking: Asking): Warned<ImageFile | undefined> {
  const path = pathInside(folder, name, asking)
  if (path.value === undefined) return { value: undefined, diagnostics: path.diagnostics }
  const bytes = readFileBounded(path.value, name, LARGEST_IMAGE, asking)
  if (bytes.value === undefined) return { value: undefined, diagnostics: bytes.diagnostics }
  const image = inspectImage(name, bytes.value)
  if (!('problem' in image)) return { value: image, diagnostics: [] }
  const diagnostics = [
    diagnose('image-format', {
      ...asking,
      message: `the cover \`${name}\` cannot be shown: ${image.problem}`,
      help: image.help ?? 'save it again as PNG, JPEG or plain SVG',
    }),
  ]
  return { value: undefined, diagnostics }
}

const placeOf = (position: Position | undefined): { position?: Position } =>
  position === undefined ? {} : { position }

/** What the outside knows and a lone chapter does not say. */
export interface LoneSettings {
  /** ISO date where neither the chapter's metadata nor the environment has one. */
  readonly today: string
}

/** Reads one Markdown file as a book of its own. */
export function readLone(named: string, { today }: LoneSettings): Warned<Manuscript | undefined> {
  const folder = dirname(named)
  const chapter = readChapter(named, { id: chapterId(named), folder, asking: { file: named } })
  if (chapter.value === undefined && !existsSync(named))
    return { value: undefined, diagnostics: [missingChapter(named)] }
  if (chapter.value === undefined || chapter.diagnostics.some(isError))
    return { value: undefined, diagnostics: chapter.diagnostics }
  const { metadata } = chapter.value
  const language = metadata.language ?? 'en'
  const title = metadata.title ?? chapter.value.id
  const diagnostics = [...chapter.diagnostics]
  if (metadata.date === undefined)
    diagnostics.push(
      diagnose('assumed-date', {
        file: named,
        message: `the chapter has no date, so its editions carry ${today}`,
        help: 'write `date: 2020-12-15` in its metadata, or set SOURCE_DATE_EPOCH',
      }),
    )
  return {
    value: {
      root: folder,
      name: chapter.value.id,
      metadata: {
        ...defaults,
        title,
        language,
        date: metadata.date ?? today,
        template: metadata.template ?? defaults.template,
        identifier: identifierOf(title, language),
      },
      parts: [chapter.value],
      published: [],
    },
    diagnostics,
  }
}

const nowhere: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

/** `countries/kazakhstan.md` is `kazakhstan`. What an address or an XML name cannot hold becomes a dash. */
const chapterId = (file: string): string =>
  basename(file)
    .replace(/\.[^.]*$/u, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^(?=[^\p{L}_])/u, '_')

const nameOf = (metadata: BookMetadata): string =>
  (metadata.shortTitle ?? metadata.title)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60) || 'book'

const defaults = {
  authors: [],
  contributors: [],
  isbn: {},
  keywords: [],
  corrections: [],
  languages: {},
  version: '1',
  status: 'final',
  template: 'report',
  footnotes: { numbering: 'continuous', first: 1 },
  firstFolio: 1,
  sourcesIndex: false,
  hyphenation: { exceptions: [] },
  checks: {},
} as const satisfies Partial<BookMetadata>

type BookSettings = NonNullable<ReturnType<typeof bookSchema.safeParse>['data']>

/** Settings as written to metadata: camel case, every default filled in, absent keys left out. */
function toMetadata(settings: BookSettings): BookMetadata {
  const { title, language, date } = settings
  const optional = {
    subtitle: settings.subtitle,
    shortTitle: settings['short-title'],
    publisher: settings.publisher,
    place: settings.place,
    rights: settings.rights,
    licence: settings.licence,
    description: settings.description,
  }
  return {
    ...defaults,
    ...(present(optional) as Partial<BookMetadata>),
    title,
    language,
    date,
    authors: settings.authors ?? [],
    contributors: settings.contributors ?? [],
    identifier: settings.identifier ?? identifierOf(title, language),
    isbn: present(settings.isbn ?? {}),
    keywords: settings.keywords ?? [],
    corrections: settings.corrections ?? [],
    languages: settings.languages ?? {},
    version: settings.version ?? defaults.version,
    ...statusOf(settings.status),
    template: settings.template ?? defaults.template,
    footnotes: { ...defaults.footnotes, ...present(settings.footnotes ?? {}) },
    firstFolio: settings['first-folio'] ?? defaults.firstFolio,
    sourcesIndex: settings['sources-index'] ?? defaults.sourcesIndex,
    hyphenation: { exceptions: settings.hyphenation?.exceptions ?? [] },
    checks: settings.checks ?? {},
  }
}

/** "embargoed until 2020-12-15" is a status and a date. */
function statusOf(written: string | undefined): Pick<BookMetadata, 'status' | 'embargoedUntil'> {
  const [status = '', , until] = written?.split(' ') ?? []
  const known = statuses.find((each) => each === status) ?? defaults.status
  return { status: known, ...(until !== undefined && { embargoedUntil: until }) }
}

/** Without the keys that have no value: an absent key and an undefined one are not the same here. */
function present<T extends object>(record: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}
