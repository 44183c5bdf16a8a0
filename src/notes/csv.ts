import { stringify } from 'csv-stringify/sync'
import type { NoteRow } from './rows.ts'

const columns: readonly (keyof NoteRow)[] = [
  'number',
  'label',
  'chapter',
  'file',
  'line',
  'called_line',
  'page',
  'text',
  'addresses',
  'dates',
]

/**
 * Rows as CSV (RFC 4180): a head line, CRLF, quotes where they are needed. Several addresses or dates
 * of one cell are parted by a space, which neither can hold. A byte order mark stands first, since
 * Excel takes a CSV without one for the old character set of its system.
 */
export function toCsv(rows: readonly NoteRow[]): string {
  const cells = rows.map((row) =>
    columns.map((column) => {
      const value = row[column]
      if (value === null) return ''
      return harmless(typeof value === 'object' ? value.join(' ') : String(value))
    }),
  )
  return stringify([[...columns], ...cells], { bom: true, record_delimiter: 'windows' })
}

/** A spreadsheet runs a cell that begins like a formula, even out of a file (OWASP, CSV injection). An apostrophe makes it text. */
const harmless = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell)
