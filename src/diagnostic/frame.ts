import type { Diagnostic, Point } from './diagnostic.ts'
import { plain, type Paint } from './paint.ts'
import type { Severity } from './rules.ts'
import { columnsOf, visible, visibleLine, widthOf } from './visible.ts'

/** Columns of source text that a frame shows; a longer line is cut around the place. */
const widest = 100
/** Columns that are kept before the place where a line is cut. */
const before = 40

export interface FrameOptions {
  readonly paint?: Paint
  /** Other places of the same finding in the same file. */
  readonly others?: readonly Point[]
}

/** Places that are named; more are counted. */
const mostPlaces = 12

/**
 * Prints a finding with the line it stands on, a caret under the place, and what to do:
 *
 * ```
 * chapters/02-loomings.md:14:12  error  undefined-footnote
 *
 *   footnote reference `[^ahab]` has no definition
 *
 *   14 | the captain[^ahab] stood at the rail
 *      |            ^^^^^^^
 *
 *   note: a reference without a definition would print as plain brackets
 *   help: define it in this chapter with `[^ahab]: ...`, or write `\[^ahab]`
 * ```
 *
 * `text` is the text of the finding's file; without it, or without a place, there is no frame.
 */
export function frame(
  diagnostic: Diagnostic,
  text: string | undefined,
  { paint = plain, others = [] }: FrameOptions = {},
): string {
  const { file, position, severity, rule, message, note, help, related = [] } = diagnostic
  const place = position && at(position.start)
  const where = [file, place]
    .filter((part) => part !== undefined)
    .map(visibleLine)
    .join(':')
  const parts = [
    [
      ...(where === '' ? [] : [paint.place(where)]),
      paint.severity(severity, severity),
      paint.rule(rule),
    ].join('  '),
    indented(message),
    ...(position && text !== undefined
      ? [excerpt(position.start, position.end, text, severity, paint)]
      : []),
    [
      ...(note === undefined ? [] : [indented(`note: ${note}`)]),
      ...(help === undefined ? [] : [indented(`help: ${help}`)]),
      ...related
        .slice(0, mostPlaces)
        .map(({ file: other, position: { start }, message: what }) =>
          indented(`see: ${other}:${at(start)}: ${what}`),
        ),
      ...(related.length > mostPlaces
        ? [indented(`see: ${related.length - mostPlaces} more places`)]
        : []),
      ...(others.length === 0 ? [] : [indented(placesOf(others))]),
    ].join('\n'),
  ]
  return parts.filter((part) => part !== '').join('\n\n') + '\n'
}

const at = ({ line, column }: Point): string => `${line}:${column}`

const indented = (text: string): string => `  ${visible(text).replaceAll('\n', '\n  ')}`

/** "and 5 more places: 12:3, 14:8, …". */
function placesOf(others: readonly Point[]): string {
  const named = others.slice(0, mostPlaces).map(at)
  const rest = others.length > mostPlaces ? ', …' : ''
  return `and ${others.length} more place${others.length === 1 ? '' : 's'}: ${named.join(', ')}${rest}`
}

function excerpt(start: Point, end: Point, text: string, severity: Severity, paint: Paint): string {
  const from = start.offset - (start.column - 1)
  const close = text.indexOf('\n', start.offset)
  const line = text.slice(from, close === -1 ? text.length : close)
  const column = start.column - 1
  const last = end.line === start.line ? end.column - 1 : line.length
  const shown = cut(line, column, last)
  const gutter = String(start.line)
  // Tabs are kept before the caret too, so that it stays under its place at any width of a tab.
  const lead = [...shown.lead]
    .map((character) => (character === '\t' ? '\t' : ' '.repeat(columnsOf(character))))
    .join('')
  const carets = '^'.repeat(Math.max(1, widthOf(shown.place)))
  return [
    `  ${gutter} | ${visible(shown.lead + shown.place + shown.tail)}`.trimEnd(),
    `  ${' '.repeat(gutter.length)} | ${lead}${paint.severity(severity, carets)}`,
  ].join('\n')
}

/** A line over `widest` columns is cut to a part around the place, `…` where something is left out. */
function cut(
  line: string,
  column: number,
  last: number,
): { readonly lead: string; readonly place: string; readonly tail: string } {
  const whole = forth(line, 0) === line.length
  const start = whole ? 0 : Math.min(back(line, column, before), back(line, line.length, widest))
  const end = whole ? line.length : forth(line, start)
  const until = Math.max(column, Math.min(last, end))
  return {
    lead: (start > 0 ? '…' : '') + line.slice(start, column),
    place: line.slice(column, until),
    tail: line.slice(until, end) + (end < line.length ? '…' : ''),
  }
}

/** The offset that `widest` columns from `start` lead to. */
function forth(line: string, start: number): number {
  let index = start
  for (let columns = 0; index < line.length;) {
    const character = String.fromCodePoint(line.codePointAt(index) ?? 0)
    columns += columnsOf(character)
    if (columns > widest) break
    index += character.length
  }
  return index
}

/** The offset that `most` columns before `from` lead to; no mark is parted from its letter. */
function back(line: string, from: number, most: number): number {
  let index = from
  for (let columns = 0; index > 0;) {
    const isPair = /[\uDC00-\uDFFF]/.test(line[index - 1] ?? '')
    const previous = isPair && /[\uD800-\uDBFF]/.test(line[index - 2] ?? '') ? index - 2 : index - 1
    columns += columnsOf(line.slice(previous, index))
    if (columns > most) break
    index = previous
  }
  while (index < from && columnsOf(String.fromCodePoint(line.codePointAt(index) ?? 0)) === 0)
    index += String.fromCodePoint(line.codePointAt(index) ?? 0).length
  return index
}
