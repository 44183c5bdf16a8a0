import { basename, dirname, join } from 'node:path'
import { importTypeset } from '../import/import-typeset.ts'
import { isError, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { writeWhole } from '../publish/write-whole.ts'
import { decode } from '../source/decode.ts'
import { readFileBounded } from '../source/files.ts'
import { LARGEST_CHAPTER } from '../source/limits.ts'
import { counted, exitCodeOf, formatFindings, printingTo, type TextFormat } from './report.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface ImportOptions {
  /** The chapter that is written; absence means the name of the text with `.md`, beside it. */
  readonly output?: string
  readonly force: boolean
  readonly format: TextFormat
  readonly quiet: boolean
}

/** `imprimatur import`: typeset text to a chapter. An existing file is never overwritten unasked. */
export function runImport(file: string, options: ImportOptions, terminal: Terminal): ExitCode {
  const say = (found: readonly Diagnostic[], text = ''): void =>
    terminal.err(
      formatFindings(
        found,
        options.format,
        new Map([[file, text]]),
        printingTo(terminal, 'err', { info: !options.quiet }),
      ),
    )
  const bytes = readFileBounded(file, file, LARGEST_CHAPTER)
  if (bytes.value === undefined) return ended(bytes.diagnostics)
  const text = decode(bytes.value, file, '\f')
  if (text.diagnostics.some(isError)) return ended(text.diagnostics)
  const { value, diagnostics } = importTypeset(text.value, file)
  if (diagnostics.some(isError)) return ended(diagnostics, text.value)

  const output =
    options.output ?? join(dirname(file), `${basename(file).replace(/\.[^.]*$/u, '')}.md`)
  const refused = writeWhole(output, value.markdown, { force: options.force })
  if (refused !== undefined)
    return ended([
      diagnose('unwritable-output', {
        message: `\`${output}\` was not written: ${refused}`,
        help: 'name another file with -o, or add --force',
      }),
    ])
  say(diagnostics, text.value)
  const range = value.notes === 0 ? '' : `, ${value.first}–${value.last}`
  const doubts = diagnostics.filter(({ rule }) => rule === 'import-doubted').length
  if (!options.quiet)
    terminal.err(
      `${counted(value.notes, 'note')}${range}; ${counted(doubts, 'doubt')} to look at\n`,
    )
  terminal.out(`${output}\n`)
  return 0

  function ended(found: readonly Diagnostic[], source?: string): ExitCode {
    say(found, source)
    return exitCodeOf(found) || 2
  }
}
