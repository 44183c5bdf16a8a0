import type { RuleId, Severity } from './rules.ts'

/** A place in a text: `line` and `column` from 1 (UTF-16 units), `offset` from 0. As unist's Point. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** From the first character up to, not including, the place after the last. As unist's Position. */
export interface Position {
  readonly start: Point
  readonly end: Point
}

/** Another place that has to do with a finding, such as the first of two definitions. */
export interface Related {
  readonly file: string
  readonly position: Position
  /** Lower case, no final stop: "first defined here". */
  readonly message: string
}

/** A change of the source text that mends the finding without changing what the text says. */
export interface Fix {
  /** UTF-16 offsets into the file's text; `end` is exclusive; equal for an insertion. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * One finding, with the fields of VFileMessage (`ruleId`, `source`, `place`, `reason`, `note`) in
 * this project's words, plus `help`.
 */
export interface Diagnostic {
  /** A row of the rule table. */
  readonly rule: RuleId
  readonly severity: Severity
  /** As the user named it; absence means that the finding is about no file (a missing tool). */
  readonly file?: string
  /** Absence means the file as a whole. */
  readonly position?: Position
  /** What is wrong: lower case, no final stop, backticks round source text, no advice. */
  readonly message: string
  /** Why that matters. */
  readonly note?: string
  /** What to do. */
  readonly help?: string
  readonly related?: readonly Related[]
  /** Safe fix, in order of offsets, not overlapping. Absence means that only a person can mend it. */
  readonly fix?: readonly Fix[]
}

/** What every stage returns: its output, and what it has to say of its input. */
export interface Warned<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/** True where a finding stops the build. */
export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error'

/** By file, then place, then rule: the order in which findings are printed. Code-unit order, so that no locale matters. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.position?.start.offset ?? -1) - (b.position?.start.offset ?? -1) ||
    compareText(a.rule, b.rule)
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
