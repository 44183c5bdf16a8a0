import { isError, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { chaptersOf } from '../model/book.ts'
import { toCsv } from '../notes/csv.ts'
import { foliosOf } from '../notes/pages.ts'
import { notesAsRows } from '../notes/rows.ts'
import { layOut } from '../make-editions.ts'
import { readAndCheck, type Outside } from '../read-and-check.ts'
import { countsOf, exitCodeOf, formatFindings, printingTo } from './report.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface NotesOptions {
  readonly format: 'csv' | 'json'
  /** Lays the book out, which takes as long as a print edition, for the page of each note. */
  readonly pages: boolean
  readonly first?: number
}

/** `imprimatur notes`: the notes as data. Of a text with errors too, but the command ends with 1 then: numbers may change. */
export async function runNotes(
  path: string,
  { format, pages, first }: NotesOptions,
  outside: Outside,
  terminal: Terminal,
): Promise<ExitCode> {
  const { value, diagnostics } = readAndCheck(
    { path, ...(first === undefined ? {} : { first }) },
    outside,
  )
  const code = exitCodeOf(diagnostics)
  if (value === undefined || code === 2) return ended(diagnostics)
  const { book } = value
  const laid = pages ? await layOut(value) : undefined
  if (laid !== undefined && laid.value === undefined) return ended(laid.diagnostics)
  const rows = notesAsRows(book, laid?.value === undefined ? new Map() : foliosOf(laid.value))
  if (format === 'csv') terminal.out(toCsv(rows))
  else {
    const { title, version, date } = book.metadata
    const data = { schema: 1, title, version, date, notes: rows }
    terminal.out(`${JSON.stringify(data, null, 2)}\n`)
  }
  if (code !== 0)
    terminal.err(
      `${countsOf(diagnostics)}: not sound, so numbers may change; run \`imprimatur check\`\n`,
    )
  return code

  function ended(found: readonly Diagnostic[]): ExitCode {
    const texts = new Map(
      (value === undefined ? [] : chaptersOf(value.book)).map(({ file, written }) => [
        file,
        written.text,
      ]),
    )
    terminal.err(
      formatFindings(
        found.filter(isError),
        'pretty',
        texts,
        printingTo(terminal, 'err', { info: false }),
      ),
    )
    return exitCodeOf(found) || 2
  }
}
