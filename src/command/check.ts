import { compareDiagnostics, isError, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { toJson } from '../diagnostic/json.ts'
import { chaptersOf, notesOf, type Book } from '../model/book.ts'
import { readAndCheck, type Outside } from '../pipeline.ts'
import { counted, countsOf, exitCodeOf, formatFindings, type Format } from './report.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface CheckOptions {
  readonly first?: number
  readonly strict: boolean
  readonly info: boolean
  readonly quiet: boolean
  readonly format: Format
}

/** `imprimatur check`: each path on its own, one report. */
export function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  outside: Outside,
  terminal: Terminal,
): ExitCode {
  const found: Diagnostic[] = []
  const books: Book[] = []
  const texts = new Map<string, string>()
  for (const path of paths) {
    const { value, diagnostics } = readAndCheck(
      { path, ...(options.first === undefined ? {} : { first: options.first }) },
      outside,
    )
    found.push(...diagnostics)
    if (value === undefined) continue
    books.push(value.book)
    for (const chapter of chaptersOf(value.book)) texts.set(chapter.file, chapter.written.text)
  }
  const code = exitCodeOf(found, options.strict)
  if (options.format === 'json') {
    const notes = books.flatMap(notesOf)
    const count = (severity: Diagnostic['severity']): number =>
      found.filter((each) => each.severity === severity).length
    const summary = {
      files: books.flatMap(chaptersOf).length,
      notes: notes.length,
      first: notes[0]?.number ?? null,
      last: notes.at(-1)?.number ?? null,
      errors: count('error'),
      warnings: count('warning'),
    }
    const diagnosticsAsJson = found.toSorted(compareDiagnostics).map(toJson)
    terminal.out(`${JSON.stringify({ diagnostics: diagnosticsAsJson, summary }, null, 2)}\n`)
    return code
  }
  terminal.out(formatFindings(found, options.format, texts, options))
  if (!options.quiet) terminal.err(`${summaryOf(found, books, code)}\n`)
  return code
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
