import { dirname } from 'node:path'
import { isError, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { notesOf, type Book } from '../model/book.ts'
import { readAndCheck, withoutBookFile, type Outside } from '../read-and-check.ts'
import { renumber, type Draft } from '../rewrite/renumber.ts'
import { lineOf } from '../source/register.ts'
import { counted, exitCodeOf, formatFindings, printingTo } from './report.ts'
import {
  bookOver,
  diffOf,
  draftWith,
  isFolder,
  isSameFile,
  readSources,
  writeSources,
} from './sources.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { completeRewriting } from './write-together.ts'

export interface RenumberOptions {
  readonly first?: number
  readonly sort: boolean
  /** Prints what would change, and writes nothing. */
  readonly dryRun: boolean
  readonly quiet: boolean
  readonly format: 'pretty' | 'line'
}

/**
 * `imprimatur renumber`: numeric labels in the order of their calls. A chapter that a book lists is
 * numbered as a part of it, and references to its notes follow in the other chapters.
 */
export function runRenumber(
  named: string,
  options: RenumberOptions,
  outside: Outside,
  terminal: Terminal,
): ExitCode {
  const { first, sort, dryRun } = options
  const path = withoutBookFile(named)
  const folder = isFolder(path) ? { value: path, diagnostics: [] } : bookOver(path)
  if (folder.diagnostics.length > 0) return ended(folder.diagnostics)
  if (first !== undefined && folder.value !== undefined)
    return ended([
      diagnose('wrong-usage', {
        message: 'the first number of a book cannot be said with --first',
        help: 'write it as `first` under `footnotes` in book.yaml',
      }),
    ])
  const root = folder.value ?? dirname(path)
  if (isFolder(root)) completeRewriting(root)
  const read = readAndCheck(
    { path: folder.value ?? path, ...(first === undefined ? {} : { first }) },
    outside,
  )
  const checked = read.value
  if (checked === undefined || exitCodeOf(read.diagnostics) === 2) return ended(read.diagnostics)
  const published = publishedBefore(checked.book)
  if (published !== undefined) return ended([published])
  const sources = readSources(checked.book)
  if (sources.value === undefined) return ended(sources.diagnostics)

  const given: Draft = { book: checked.book, findings: read.diagnostics, sources: sources.value }
  const { value, diagnostics } = renumber(
    given,
    {
      isWanted: ({ file }) => path === folder.value || isSameFile(file, path),
      sort,
      ...(first === undefined ? {} : { first }),
    },
    (texts, from) => {
      const draft = draftWith(checked, texts, from)
      if (draft === undefined) throw new Error('a renumbered text cannot be read')
      return draft
    },
  )
  if (value === undefined) return refused(diagnostics, given)

  if (dryRun) terminal.out(diffOf(given.sources, value.sources))
  else {
    const failed = writeSources([{ root, before: given.sources, after: value.sources }])
    if (failed !== undefined) return ended([failed])
  }
  say(diagnostics, value)
  if (!options.quiet) terminal.err(`${summaryOf(given, value, dryRun)}\n`)
  return exitCodeOf(diagnostics)

  function refused(found: readonly Diagnostic[], draft: Draft): ExitCode {
    say(found, draft)
    const rules = [...new Set(found.filter(isError).map(({ rule }) => `\`${rule}\``))]
    const others = rules.filter((rule) => rule !== '`renumber-refused`')
    if (!options.quiet)
      terminal.err(
        others.length === 0
          ? 'nothing was renumbered\n'
          : `nothing was renumbered: mend ${others.join(', ')} first\n`,
      )
    return 1
  }

  function say(found: readonly Diagnostic[], { sources: texts }: Pick<Draft, 'sources'>): void {
    const shown = new Map([...texts].map(([file, { text }]) => [file, text]))
    terminal.err(
      formatFindings(found, options.format, shown, printingTo(terminal, 'err', { info: false })),
    )
  }

  function ended(found: readonly Diagnostic[]): ExitCode {
    say(found, { sources: new Map() })
    return exitCodeOf(found) || 2
  }
}

/** Numbers that readers have cited are not moved by a command. */
function publishedBefore({ published, metadata, file }: Book): Diagnostic | undefined {
  const line = lineOf(metadata.version)
  const earlier = published.findLast(({ version }) => lineOf(version) === line)
  if (earlier === undefined) return undefined
  return diagnose('renumber-refused', {
    ...(file === undefined ? {} : { file }),
    message: `version ${earlier.version} was published with these numbers, and readers may have cited them`,
    help: `put a new note in as \`[^581a]\`, which moves no other, or write \`version: ${(parseInt(line, 10) || 1) + 1}\` in book.yaml first, which counts anew`,
  })
}

/** "2 files renumbered; notes 568–601". */
function summaryOf(before: Draft, after: Draft, dryRun: boolean): string {
  const files = [...before.sources].filter(
    ([file, { raw }]) => after.sources.get(file)?.raw !== raw,
  ).length
  const notes = notesOf(after.book)
  const range =
    notes[0] === undefined ? '' : `; notes ${notes[0].number}–${notes.at(-1)?.number ?? ''}`
  if (files === 0) return `nothing to renumber${range}`
  return `${counted(files, 'file')} ${dryRun ? 'would be ' : ''}renumbered${range}`
}
