import { readFileSync } from 'node:fs'
import { compareDiagnostics, isError, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { frame } from '../diagnostic/frame.ts'
import { formatLine } from '../diagnostic/line.ts'
import { rules, type Rule } from '../diagnostic/rules.ts'
import type { ExitCode } from './terminal.ts'

export const formats = ['pretty', 'line', 'json'] as const
export type Format = (typeof formats)[number]

/** Texts of files by the name that findings use; a file that is not among them is read again for its frame. */
export type Texts = ReadonlyMap<string, string>

/** More findings than these are counted, not shown: the first ones are what a person mends. */
const mostShown = 100

/** Findings as text for people: framed or a line each, sorted. Info only where it was asked for. */
export function formatFindings(
  found: readonly Diagnostic[],
  format: 'pretty' | 'line',
  texts: Texts,
  { info }: { readonly info: boolean },
): string {
  const wanted = found
    .filter((each) => info || each.severity !== 'info')
    .toSorted(compareDiagnostics)
  const shown = wanted.slice(0, mostShown)
  const lines = shown.map((each) =>
    format === 'line' ? `${formatLine(each)}\n` : `${frame(each, textOf(each, texts))}\n`,
  )
  const rest = wanted.length - shown.length
  return lines.join('') + (rest > 0 ? `… and ${rest} more\n` : '')
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

export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`

function textOf({ file }: Diagnostic, texts: Texts): string | undefined {
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
