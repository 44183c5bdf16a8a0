import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { positionOf, type Line } from './lines.ts'

/** What the import did with a stretch of lines, before it is known of which file. */
export interface Remark {
  readonly rule: 'import-joined' | 'import-dropped' | 'import-doubted' | 'import-unreadable'
  /** None where the text as a whole is meant. */
  readonly lines: readonly Line[]
  readonly message: string
  /** What to look at. Given with every doubt. */
  readonly help?: string
}

/** What every stage of the import returns: its output, and its remarks on what it did. */
export interface Remarked<T> {
  readonly value: T
  readonly remarks: readonly Remark[]
}

export const joined = (lines: readonly Line[], message: string): Remark => ({
  rule: 'import-joined',
  lines,
  message,
})

export const dropped = (lines: readonly Line[], message: string): Remark => ({
  rule: 'import-dropped',
  lines,
  message,
})

export const doubted = (lines: readonly Line[], message: string, help: string): Remark => ({
  rule: 'import-doubted',
  lines,
  message,
  help,
})

/** Turns a remark into a finding about `file`. */
export function toDiagnostic(remark: Remark, file: string): Diagnostic {
  const position = positionOf(remark.lines)
  return diagnose(remark.rule, {
    file,
    ...(position && { position }),
    message: remark.message,
    ...(remark.help !== undefined && { help: remark.help }),
  })
}

/** Backticks round source text, shortened in the middle to what fits on a line of a report. */
export function quote(text: string): string {
  // Two lines of a message hold 60 characters beside its own words.
  const characters = [...text]
  const short =
    characters.length <= 60
      ? text
      : `${characters.slice(0, 28).join('').trim()} … ${characters.slice(-28).join('').trim()}`
  return `\`${short.replaceAll('`', "'")}\``
}
