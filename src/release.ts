// In: a book, its editions, and what was published before. Out: the register of a version, written.
// Never: replaces the register of a version that says something else.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { diagnose } from './diagnostic/diagnose.ts'
import type { Diagnostic, Warned } from './diagnostic/diagnostic.ts'
import type { Edition, EditionKind, PageMap } from './edition.ts'
import { chaptersOf, type Book } from './model/book.ts'
import { hashOfNote } from './model/note-hash.ts'
import { foliosOf } from './notes/pages.ts'
import { writeWhole } from './publish/write-whole.ts'
import type { Manuscript } from './source/manuscript.ts'
import { registerFolder, type PublishedVersion } from './source/register.ts'

interface Wanted {
  readonly editions: readonly EditionKind[]
  readonly draft: boolean
  readonly chapter?: string
}

/** A release is a whole book, final and proven, with its printed pages; anything less is refused before it is made. */
export function refuseRelease(
  { editions, draft, chapter }: Wanted,
  { bookFile, metadata }: Manuscript,
): Diagnostic[] {
  const refuse = (message: string, help: string): Diagnostic[] => [
    diagnose('wrong-usage', { message: `--release publishes a version: ${message}`, help }),
  ]
  if (bookFile === undefined)
    return refuse('a chapter alone has none', 'build a folder with book.yaml')
  if (draft) return refuse('a draft is none', 'leave --draft out')
  if (chapter !== undefined) return refuse('a part of a book is none', 'leave --chapter out')
  if (!editions.includes('print'))
    return refuse('its register holds printed pages', 'build the print edition with it')
  if (metadata.status !== 'final')
    return refuse(
      `the status of this one is \`${metadata.status}\``,
      'write `status: final` in book.yaml when it is',
    )
  if (!/^\d+(?:\.\d+)*$/u.test(metadata.version))
    return refuse(
      `\`${metadata.version}\` is no version that can be followed`,
      'write `version: 1`, or 1.1 for a corrected one',
    )
  return []
}

interface RegisterFile {
  readonly path: string
  readonly text: string
}

/** The register of this version, and where it belongs. A version is published once: other notes need another version. */
export function prepareRegister(
  book: Book,
  editions: readonly Edition[],
  root: string,
): Warned<RegisterFile> {
  const print = editions.find(({ kind, name }) => kind === 'print' && name === book.name)
  const register = registerOf(book, print?.pages ?? [])
  const path = join(root, registerFolder, `${register.version}.json`)
  const value = { path, text: registerText(register) }
  if (!existsSync(path) || readFileSync(path, 'utf8') === value.text)
    return { value, diagnostics: [] }
  const taken = diagnose('published-version', {
    file: path,
    message: `version ${register.version} was published before, with other notes or other pages`,
    help: `give the corrected one a version of its own in book.yaml: \`version: ${next(register.version)}\``,
  })
  return { value, diagnostics: [taken] }
}

/** Writes a register whole or not at all. */
export function writeRegister({ path, text }: RegisterFile): Diagnostic[] {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch {
    // Writing says why.
  }
  const reason = writeWhole(path, text, { force: true })
  if (reason === undefined) return []
  return [
    diagnose('unwritable-output', {
      message: `the editions are published, but the register \`${path}\` was not written: ${reason}`,
      help: 'make the folder writable, then run the same command again',
      note: 'without it, the numbers of this version are not guarded',
    }),
  ]
}

/** 1 → 1.1, 1.1 → 1.2. */
function next(version: string): string {
  const [major, ...rest] = version.split('.')
  return `${major ?? version}.${Number(rest[0] ?? 0) + 1}`
}

/** What readers of this version can cite: every note with its number and the page on which it begins. */
export function registerOf(book: Book, pages: PageMap): PublishedVersion {
  const { version, date } = book.metadata
  const pageOf = foliosOf(pages)
  const notes = chaptersOf(book).flatMap(({ id, notes: own }) =>
    own.map((note) => ({
      chapter: id,
      label: note.label,
      number: note.number,
      page: pageOf.get(note.anchor) ?? '',
      text: hashOfNote(note),
    })),
  )
  return { schema: 1, version, date, notes }
}

/** A line a note, so that a difference between two versions can be read. */
function registerText({ notes, ...head }: PublishedVersion): string {
  const lines = notes.map((note) => `    ${JSON.stringify(note)}`)
  const opening = JSON.stringify(head, null, 2).slice(0, -2)
  return `${opening},\n  "notes": [\n${lines.join(',\n')}\n  ]\n}\n`
}
