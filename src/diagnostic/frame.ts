import type { Diagnostic, Point } from './diagnostic.ts'

/** Columns of source text that a frame shows; a longer line is cut around the place. */
const widest = 100
/** Columns that are kept before the place where a line is cut. */
const before = 40

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
export function frame(diagnostic: Diagnostic, text: string | undefined): string {
  const { file, position, severity, rule, message, note, help, related = [] } = diagnostic
  const place = position && `${position.start.line}:${position.start.column}`
  const where = [file, place].filter((part) => part !== undefined).join(':')
  const parts = [
    [where, severity, rule].filter((part) => part !== '').join('  '),
    indented(message),
    ...(position && text !== undefined ? [excerpt(position.start, position.end, text)] : []),
    [
      ...(note === undefined ? [] : [indented(`note: ${note}`)]),
      ...(help === undefined ? [] : [indented(`help: ${help}`)]),
      ...related.map(({ file: other, position: { start }, message: what }) =>
        indented(`see: ${other}:${start.line}:${start.column}: ${what}`),
      ),
    ].join('\n'),
  ]
  return parts.filter((part) => part !== '').join('\n\n') + '\n'
}

const indented = (text: string): string => `  ${text.replaceAll('\n', '\n  ')}`

function excerpt(start: Point, end: Point, text: string): string {
  const from = start.offset - (start.column - 1)
  const close = text.indexOf('\n', start.offset)
  const line = text.slice(from, close === -1 ? text.length : close)
  const column = start.column - 1
  const last = end.line === start.line ? end.column - 1 : line.length
  const shown = cut(line, column, last)
  const gutter = String(start.line)
  // Tabs are kept before the caret too, so that it stays under its place at any width of a tab.
  const lead = shown.line.slice(0, shown.column).replaceAll(/[^\t]/gu, ' ')
  const carets = '^'.repeat(Math.max(1, width(shown.line.slice(shown.column, shown.last))))
  return [
    `  ${gutter} | ${shown.line}`.trimEnd(),
    `  ${' '.repeat(gutter.length)} | ${lead}${carets}`,
  ].join('\n')
}

/** Characters as a reader counts them: a pair of surrogates is one. */
const width = (text: string): number => [...text].length

/** A line over `widest` columns is cut to a part around the place, `…` where something is left out. */
function cut(
  line: string,
  column: number,
  last: number,
): { readonly line: string; readonly column: number; readonly last: number } {
  if (line.length <= widest) return { line, column, last }
  const start = Math.max(0, Math.min(column - before, line.length - widest))
  const end = Math.min(line.length, start + widest)
  const head = start > 0 ? '…' : ''
  const tail = end < line.length ? '…' : ''
  const shift = head.length - start
  return {
    line: head + line.slice(start, end) + tail,
    column: column + shift,
    last: Math.min(last, end) + shift,
  }
}
