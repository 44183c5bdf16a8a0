import { readFileSync } from 'node:fs'
import { isError, type Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Folders } from '../diagnostic/file-name.ts'
import { frame } from '../diagnostic/frame.ts'
import { formatGithub } from '../diagnostic/github.ts'
import { formatLine } from '../diagnostic/line.ts'
import { coloured, plain } from '../diagnostic/paint.ts'
import { rules, type Rule } from '../diagnostic/rules.ts'
import { alone, capped, grouped, placesOf, settled, tallyOf } from '../diagnostic/selection.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Findings one after the other, beside other talk. */
export type TextFormat = 'pretty' | 'line' | 'github'

/** `json` and `sarif` are one value for a machine. */
export type Format = TextFormat | 'json' | 'sarif'

/** Texts of files by the name that findings use; a file that is not among them is read again for its frame. */
export type Texts = ReadonlyMap<string, string>

/** More findings than these are counted, not shown: the first ones are what a person mends. */
const mostShown = 100

export interface Printing {
  readonly info: boolean
  /** Findings that are shown, repeated ones as one; 0 means all. */
  readonly max: number
  readonly hasColour: boolean
  readonly folders: Folders
}

/** How findings are printed to one of the streams of a terminal. */
export const printingTo = (
  terminal: Terminal,
  stream: 'out' | 'err',
  { info, max = mostShown }: { readonly info: boolean; readonly max?: number },
): Printing => ({
  info,
  max,
  hasColour: terminal.hasColour[stream],
  folders: foldersOf(terminal),
})

/** Findings as text for people: framed, or a line or an annotation each; sorted, each once. Info only where it was asked for. */
export function formatFindings(
  found: readonly Diagnostic[],
  format: TextFormat,
  texts: Texts,
  { info, max, hasColour, folders }: Printing,
): string {
  const wanted = settled(found).filter((each) => info || each.severity !== 'info')
  if (format === 'github') return formatGithub(wanted, folders, max)
  const paint = hasColour ? coloured : plain
  const groups = format === 'line' ? wanted.map(alone) : grouped(wanted)
  const { shown, rest } = capped(groups, max)
  const parts = shown.map((group) => {
    const { first } = group
    if (format === 'line') return `${formatLine(first, paint)}\n`
    // What has no place may be no file that could be read: a pipe would be waited for.
    const text = first.position === undefined ? undefined : textOf(first.file, texts)
    return `${frame(first, text, { paint, others: placesOf(group) })}\n`
  })
  return parts.join('') + (rest.length > 0 ? `… and ${rest.length} more: ${tallyOf(rest)}\n` : '')
}

/** Names of files are told from the top of the repository where GitHub says which that is. */
export function foldersOf({ folder, environment }: Terminal): Folders {
  const top = environment['GITHUB_ACTIONS'] === 'true' ? environment['GITHUB_WORKSPACE'] : undefined
  return top === undefined || top === '' ? { called: folder } : { called: folder, top }
}

/** 2 where something could not be read, parsed or bounded; 1 where a finding stops; else 0. */
export function exitCodeOf(found: readonly Diagnostic[], strict = false): ExitCode {
  const stopping = found.filter((each) => isError(each) || (strict && each.severity === 'warning'))
  const refuses = (each: Diagnostic): boolean => ruleOf(each).refuses === true
  return stopping.length === 0 ? 0 : stopping.some((each) => isError(each) && refuses(each)) ? 2 : 1
}

const ruleOf = ({ rule }: Diagnostic): Rule => rules[rule]

/** "2 errors, 1 warning". */
export function countsOf(found: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): number =>
    found.filter((each) => each.severity === severity).length
  const errors = count('error')
  const warnings = count('warning')
  return [counted(errors, 'error'), counted(warnings, 'warning')].join(', ')
}

export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : nouns}`

/** Text of a file with `\n` line ends and no byte order mark; undefined where it cannot be read. */
export function textOf(file: string | undefined, texts: Texts): string | undefined {
  if (file === undefined) return undefined
  const known = texts.get(file)
  if (known !== undefined) return known
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/u, '')
      .replace(/\r\n?/gu, '\n')
  } catch {
    return undefined
  }
}
