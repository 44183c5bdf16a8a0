import type { Point, Position } from './diagnostic.ts'

/** Offset of the first character of each line. */
export function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The place of an offset, by the starts of the lines. Binary search. */
export function pointAt(lineStarts: readonly number[], offset: number): Point {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1, offset }
}

/** For a single place; where many are wanted, keep the line starts and use `pointAt`. */
export function positionAt(text: string, start: number, end: number): Position {
  const starts = lineStartsOf(text)
  return { start: pointAt(starts, start), end: pointAt(starts, end) }
}

/** A text, and where its lines begin. */
export interface Lines {
  readonly text: string
  readonly starts: readonly number[]
}

/** The lines of each file, found once; undefined where a file has no text. */
export function linesBy(
  textOf: (file: string) => string | undefined,
): (file: string) => Lines | undefined {
  const known = new Map<string, Lines | undefined>()
  return (file) => {
    if (known.has(file)) return known.get(file)
    const text = textOf(file)
    const lines = text === undefined ? undefined : { text, starts: lineStartsOf(text) }
    known.set(file, lines)
    return lines
  }
}
