import type { Position } from '../diagnostic/diagnostic.ts'

/** A line of the input without the white space around it; blank lines are lines too. */
export interface Line {
  /** Empty for a blank line. */
  readonly text: string
  /** White space before the text, in characters. */
  readonly indent: number
  /** From 1. A form feed begins no new number. */
  readonly number: number
  /** From 1: where the text begins. */
  readonly column: number
  /** From 0, UTF-16 units into the input: where the text begins. */
  readonly offset: number
  /** Rises at every form feed, later at every dropped running head. Only equality has a meaning. */
  readonly sheet: number
}

/**
 * Cuts a text into lines at LF, CRLF, CR and form feed; a byte order mark is passed over, but
 * counted in the offsets.
 */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let number = 1
  let sheet = 0
  let lineStart = 0
  let start = text.startsWith('\uFEFF') ? 1 : 0
  for (const end of text.matchAll(/\r\n|\r|\n|\f|$/g)) {
    const raw = text.slice(start, end.index)
    const indent = raw.length - raw.trimStart().length
    const offset = start + indent
    lines.push({ text: raw.trim(), indent, number, column: offset - lineStart + 1, offset, sheet })
    start = end.index + end[0].length
    if (end[0] === '\f') {
      sheet += 1
    } else {
      number += 1
      lineStart = start
    }
  }
  return lines
}

/** The place from the first of `lines` to the end of the last; none for no lines. */
export function positionOf(lines: readonly Line[]): Position | undefined {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return undefined
  const length = last.text.length
  return {
    start: { line: first.number, column: first.column, offset: first.offset },
    end: { line: last.number, column: last.column + length, offset: last.offset + length },
  }
}

/** Lines that no blank line and no page end parts. */
export interface Block {
  /** Index of the first line, and of the line after the last. */
  readonly from: number
  readonly to: number
}

/** Groups the indexes of lines into blocks, in order. */
export function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  let from = 0
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before?.sheet !== line.sheet || before.text === '') from = index
    const after = lines[index + 1]
    const ends = after === undefined || after.text === '' || after.sheet !== line.sheet
    if (line.text !== '' && ends) blocks.push({ from, to: index + 1 })
  })
  return blocks
}
