import { readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic, Warned } from '../diagnostic/diagnostic.ts'
import { chaptersOf, type Book } from '../model/book.ts'
import { recheck, type Checked } from '../read-and-check.ts'
import type { Draft } from '../rewrite/renumber.ts'
import { sourceText, type SourceText } from '../rewrite/source-text.ts'
import { unifiedDiff } from '../rewrite/unified-diff.ts'
import { readBook } from '../source/read.ts'
import { readFileBounded } from '../source/files.ts'
import { LARGEST_CHAPTER } from '../source/limits.ts'
import { writeTogether, type Rewritten } from './write-together.ts'

export type Sources = ReadonlyMap<string, SourceText>

/** The bytes of a book's chapters as texts that can be written back. A file that has changed since the book was read is a finding. */
export function readSources(book: Book): Warned<Sources | undefined> {
  const sources = new Map<string, SourceText>()
  const diagnostics: Diagnostic[] = []
  for (const { file, written } of chaptersOf(book)) {
    const bytes = readFileBounded(file, file, LARGEST_CHAPTER)
    diagnostics.push(...bytes.diagnostics)
    const source = bytes.value === undefined ? undefined : sourceText(bytes.value)
    if (source?.text === written.text) sources.set(file, source)
    else if (bytes.value !== undefined)
      diagnostics.push(
        diagnose('unwritable-output', {
          message: `\`${file}\` was changed by another program while it was read`,
          help: 'run the command again',
        }),
      )
  }
  return diagnostics.length > 0
    ? { value: undefined, diagnostics }
    : { value: sources, diagnostics }
}

/** Numbers and checks a book again with other texts. */
export function draftWith(
  checked: Checked,
  sources: Sources,
  first?: number,
): (Draft & { readonly checked: Checked }) | undefined {
  const texts = new Map([...sources].map(([file, { text }]) => [file, text]))
  const { value, diagnostics } = recheck(checked, texts, first)
  return value && { checked: value, book: value.book, findings: diagnostics, sources }
}

/** What two versions of some files differ in, file by file. */
export const diffOf = (before: Sources, after: Sources): string =>
  changed(before, after)
    .map(([file, source, next]) => unifiedDiff(file, source.raw, next.raw))
    .join('')

/** Texts of the chapters in a folder, as they were and as they shall be. */
export interface Revision {
  /** The folder of the book; of a lone chapter, its own. */
  readonly root: string
  readonly before: Sources
  readonly after: Sources
}

/** Writes what has changed, all of it or nothing; returns the finding that nothing was written. */
export function writeSources(revisions: readonly Revision[]): Diagnostic | undefined {
  const byFolder = new Map<string, Rewritten[]>()
  for (const { root, before, after } of revisions) {
    const files = changed(before, after).map(([file, source, next]) => ({
      file,
      before: Buffer.from(source.raw),
      after: Buffer.from(next.raw),
    }))
    if (files.length === 0) continue
    const folder = realpathSync(root)
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), ...files])
  }
  const reason = writeTogether(byFolder)
  if (reason === undefined) return undefined
  return diagnose('unwritable-output', {
    message: `nothing was changed: ${reason}`,
    note: 'all files are changed together, or none',
    help: 'check the permissions of the file and its folder',
  })
}

function changed(before: Sources, after: Sources): [string, SourceText, SourceText][] {
  return [...before].flatMap(([file, source]): [string, SourceText, SourceText][] => {
    const next = after.get(file)
    return next === undefined || next.raw === source.raw ? [] : [[file, source, next]]
  })
}

/** Folders over a chapter in which its book is looked for. */
const highest = 3

/**
 * The folder of the book that lists a chapter: the chapter's own folder or one of those over it.
 * Absence means that it is a lone one. A `book.yaml` that cannot be read is a finding, since nobody
 * knows then which chapters lead to its notes.
 */
export function bookOver(file: string): Warned<string | undefined> {
  let folder = dirname(file)
  for (let level = 0; level < highest; level++, folder = join(folder, '..')) {
    if (!holdsBook(folder)) continue
    const { value, diagnostics } = readBook(folder)
    if (value === undefined) return { value: undefined, diagnostics }
    const lists = value.parts.some((part) => part.type === 'chapter' && isSameFile(part.file, file))
    if (lists) return { value: folder, diagnostics: [] }
  }
  return { value: undefined, diagnostics: [] }
}

function holdsBook(folder: string): boolean {
  try {
    return readdirSync(folder).includes('book.yaml')
  } catch {
    return false
  }
}

export function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

/** True for a folder, and so for a book. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
