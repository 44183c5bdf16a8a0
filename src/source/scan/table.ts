import { isBlank, trimSpaces } from './cursor.ts'
import type { Segment } from './inlines.ts'

/**
 * Parts of a paragraph whose inlines are read apart: the lines before a table as one, then each cell
 * of the table (GFM 4.10). A paragraph without a table is one part.
 */
export function splitTable(text: string, segments: readonly Segment[]): (readonly Segment[])[] {
  for (let row = 1; row < segments.length; row++) {
    const head = segments[row - 1]
    const rule = segments[row]
    if (head === undefined || rule === undefined || !opensTable(text, head, rule)) continue
    const rows = segments.slice(row - 1).flatMap((segment) => cells(text, segment))
    const before = row > 1 ? [segments.slice(0, row - 1)] : []
    return [...before, ...rows.map((cell) => [cell])]
  }
  return [segments]
}

/** True where two lines of a paragraph are the head of a table and the row that parts it from the others. */
export const opensTable = (text: string, head: Segment, rule: Segment): boolean =>
  isDelimiterRow(text.slice(rule.start, rule.end)) &&
  cells(text, head).length === cells(text, rule).length

/** Cells of hyphens alone, a colon at either end. Cell by cell, so that it stays linear. */
const isDelimiterRow = (line: string): boolean =>
  line.includes('-') &&
  // A bare `---` is the underline of a heading.
  /[|:]/.test(line) &&
  trimSpaces(line)
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .every((cell) => /^:?-+:?$/.test(trimSpaces(cell)))

/** Cells of one row, parted by bars that no backslash escapes. */
function cells(text: string, row: Segment): Segment[] {
  const found: Segment[] = []
  let start = row.start
  for (let at = row.start; at < row.end; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '|') {
      if (!isBlank(text.slice(start, at)) || start > row.start) found.push({ start, end: at })
      start = at + 1
    }
  }
  if (!isBlank(text.slice(start, row.end))) found.push({ start, end: row.end })
  return found
}
