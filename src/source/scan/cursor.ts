/** A place in one line, with its column, since a tab can be consumed in part (CommonMark 2.2). */
export interface Cursor {
  /** Offset into the text. */
  offset: number
  /** From 0, tabs expanded to stops of 4. */
  column: number
  /** Columns of a tab before `offset` that are not consumed yet. */
  spare: number
}

const isSpace = (code: number): boolean => code === 32 || code === 9

/** Columns of white space before the next character, and that character's offset. */
export function indentAt(
  text: string,
  cursor: Cursor,
  end: number,
): { readonly width: number; readonly offset: number } {
  let { offset, column } = cursor
  const from = column - cursor.spare
  while (offset < end && isSpace(text.charCodeAt(offset))) {
    column += text.charCodeAt(offset) === 9 ? 4 - (column % 4) : 1
    offset++
  }
  return { width: column - from, offset }
}

/** Consumes up to `columns` of white space. */
export function skipIndent(text: string, cursor: Cursor, end: number, columns: number): void {
  let left = columns
  const spare = Math.min(left, cursor.spare)
  cursor.spare -= spare
  left -= spare
  while (left > 0 && cursor.offset < end && isSpace(text.charCodeAt(cursor.offset))) {
    const width = text.charCodeAt(cursor.offset) === 9 ? 4 - (cursor.column % 4) : 1
    cursor.offset++
    cursor.column += width
    cursor.spare = Math.max(0, width - left)
    left -= width
  }
}

/** Consumes `count` characters that are not white space. */
export function skipCharacters(cursor: Cursor, count: number): void {
  cursor.offset += count
  cursor.column += count
  cursor.spare = 0
}

/** Without the spaces and tabs at both ends. Other white space is text to Markdown (CommonMark 2.1). */
export function trimSpaces(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

/** Spaces and tabs alone (CommonMark 2.1, "blank line"). */
export const isBlank = (text: string): boolean => trimSpaces(text) === ''
