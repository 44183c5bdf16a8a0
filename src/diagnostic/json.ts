import type { Diagnostic, Position } from './diagnostic.ts'
import { linesBy, pointAt, type Lines } from './place.ts'

/** Lines and columns from 1, columns in UTF-16 units; the end is exclusive. */
interface JsonPlace {
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
}

/** Text to put in place of a stretch of the source. */
interface JsonFix extends JsonPlace {
  /** UTF-16 offsets into the text of the file with `\n` line ends and without a byte order mark; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
}

interface JsonRelated extends JsonPlace {
  readonly file: string
  readonly message: string
}

/** A finding as `--format json` prints it. */
export interface JsonDiagnostic extends JsonPlace {
  readonly file: string | null
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly note: string | null
  readonly help: string | null
  readonly related: readonly JsonRelated[]
  /** `null` where only a person can mend it. */
  readonly fix: readonly JsonFix[] | null
}

/** Turns findings into their JSON form; what one lacks is `null`, so that every key is always there. */
export function toJson(
  found: readonly Diagnostic[],
  textOf: (file: string) => string | undefined,
): JsonDiagnostic[] {
  const lines = linesBy(textOf)
  return found.map(({ file, rule, severity, position, message, note, help, related, fix }) => ({
    file: file ?? null,
    rule,
    severity,
    ...placeOf(position),
    message,
    note: note ?? null,
    help: help ?? null,
    related: (related ?? []).map((other) => ({
      file: other.file,
      ...placeOf(other.position),
      message: other.message,
    })),
    fix:
      fix?.map(({ start, end, text }) => ({
        ...placeOf(positionIn(file === undefined ? undefined : lines(file), start, end)),
        start,
        end,
        text,
      })) ?? null,
  }))
}

const placeOf = (position: Position | undefined): JsonPlace => ({
  line: position?.start.line ?? null,
  column: position?.start.column ?? null,
  endLine: position?.end.line ?? null,
  endColumn: position?.end.column ?? null,
})

const positionIn = (lines: Lines | undefined, start: number, end: number): Position | undefined =>
  lines && { start: pointAt(lines.starts, start), end: pointAt(lines.starts, end) }
