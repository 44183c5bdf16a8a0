import type { Diagnostic } from './diagnostic.ts'

/** A finding as `--format json` prints it: lines and columns from 1, columns in UTF-16 units. */
export interface JsonDiagnostic {
  readonly file: string | null
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
  readonly message: string
  readonly note: string | null
  readonly help: string | null
}

/** Turns a finding into its JSON form; what it lacks is `null`, so that every key is always there. */
export function toJson(diagnostic: Diagnostic): JsonDiagnostic {
  const { file, rule, severity, position, message, note, help } = diagnostic
  return {
    file: file ?? null,
    rule,
    severity,
    line: position?.start.line ?? null,
    column: position?.start.column ?? null,
    endLine: position?.end.line ?? null,
    endColumn: position?.end.column ?? null,
    message,
    note: note ?? null,
    help: help ?? null,
  }
}
