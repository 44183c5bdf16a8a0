import { isError, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { toJson } from '../diagnostic/json.ts'
import { toSarif } from '../diagnostic/sarif.ts'
import { settled } from '../diagnostic/selection.ts'
import { chaptersOf, notesOf, type Book } from '../model/book.ts'
import { readAndCheck, type Outside } from '../read-and-check.ts'
import { homepage, version } from '../version.ts'
import {
  counted,
  countsOf,
  exitCodeOf,
  foldersOf,
  formatFindings,
  printingTo,
  textOf,
  type Format,
} from './report.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface CheckOptions {
  readonly first?: number
  readonly strict: boolean
  readonly info: boolean
  readonly quiet: boolean
  readonly format: Format
  readonly max?: number
}

/** What was read, and what was found in it. */
export interface Found {
  readonly books: readonly Book[]
  readonly diagnostics: readonly Diagnostic[]
}

/** `imprimatur check`: each path on its own, one report. */
export const runCheck = (
  paths: readonly string[],
  options: CheckOptions,
  outside: Outside,
  terminal: Terminal,
): ExitCode => reportFound(find(paths, options, outside), options, terminal)

/** Reads and checks each path. */
export function find(
  paths: readonly string[],
  { first }: Pick<CheckOptions, 'first'>,
  outside: Outside,
): Found {
  const checked = paths.map((path) =>
    readAndCheck({ path, ...(first === undefined ? {} : { first }) }, outside),
  )
  return {
    books: checked.flatMap(({ value }) => (value === undefined ? [] : [value.book])),
    diagnostics: checked.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** Prints what was found, and says how the command ends. */
export function reportFound(
  { books, diagnostics }: Found,
  options: CheckOptions,
  terminal: Terminal,
): ExitCode {
  const found = settled(diagnostics)
  const texts = new Map(
    books.flatMap(chaptersOf).map(({ file, written }) => [file, written.text] as const),
  )
  const code = exitCodeOf(found, options.strict)
  const textOfFile = (file: string): string | undefined => textOf(file, texts)
  switch (options.format) {
    case 'json': {
      const json = { diagnostics: toJson(found, textOfFile), summary: numbersOf(found, books) }
      terminal.out(`${JSON.stringify(json, null, 2)}\n`)
      return code
    }
    case 'sarif': {
      const wanted = found.filter(({ severity }) => options.info || severity !== 'info')
      const log = toSarif(wanted, {
        tool: {
          name: 'imprimatur',
          version,
          ...(homepage === undefined ? {} : { informationUri: homepage }),
        },
        folders: foldersOf(terminal),
        successful: code !== 2,
        textOf: textOfFile,
      })
      terminal.out(`${JSON.stringify(log, null, 2)}\n`)
      return code
    }
    default:
      terminal.out(
        formatFindings(found, options.format, texts, printingTo(terminal, 'out', options)),
      )
      if (!options.quiet) terminal.err(`${summaryOf(found, books, code)}\n`)
      return code
  }
}

/** The `summary` of the JSON form. */
function numbersOf(
  found: readonly Diagnostic[],
  books: readonly Book[],
): Readonly<Record<string, string | number | null>> {
  const notes = books.flatMap(notesOf)
  const count = (severity: Diagnostic['severity']): number =>
    found.filter((each) => each.severity === severity).length
  return {
    files: books.flatMap(chaptersOf).length,
    notes: notes.length,
    first: notes[0]?.number ?? null,
    last: notes.at(-1)?.number ?? null,
    errors: count('error'),
    warnings: count('warning'),
  }
}

function summaryOf(found: readonly Diagnostic[], books: readonly Book[], code: ExitCode): string {
  if (found.some(isError)) return `${countsOf(found)}: not sound`
  const notes = books.flatMap(notesOf)
  const references = books
    .flatMap(chaptersOf)
    .reduce((count, chapter) => count + chapter.written.references.length, 0)
  const range = notes[0] === undefined ? '' : `, ${notes[0].number}–${notes.at(-1)?.number ?? ''}`
  const warnings = found.filter(({ severity }) => severity === 'warning').length
  const verdict =
    warnings === 0
      ? 'sound'
      : code === 0
        ? `sound, with ${counted(warnings, 'warning')}`
        : `${counted(warnings, 'warning')}: not sound under --strict`
  return `${counted(notes.length, 'note')}${range}, ${counted(references, 'cross-reference')}: ${verdict}`
}
