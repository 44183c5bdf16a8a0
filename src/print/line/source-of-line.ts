/** Leads from a line back to the Book: node, place in the Markdown, notes called. */
import type { Point, Position } from '../../diagnostic/diagnostic.ts'
import type { Items } from './items.ts'
import type { Line } from './line.ts'

/** Index of the run that holds the character at `index` of the text. */
function runIndex(items: Items, index: number): number {
  let run = 0
  while (run + 1 < items.starts.length && items.starts[run + 1]! <= index) run++
  return run
}

/** Node and index of the character at `index`; undefined where the template added it. */
export function beginsAt(items: Items, index: number): Line['begins'] {
  const run = runIndex(items, index)
  const begins = items.runs[run]?.begins
  if (begins === undefined) return undefined
  return { node: begins.node, index: begins.index + index - items.starts[run]! }
}

/** Anchors of the notes whose marks stand from `first` up to `last`. */
export function callsOn(items: Items, first: number, last: number): readonly string[] {
  const calls: string[] = []
  items.runs.forEach(({ meaning }, run) => {
    const start = items.starts[run]!
    if (meaning.type === 'footnoteMark' && start >= first && start < last) calls.push(meaning.note)
  })
  return calls
}

const nowhere: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

/** The source from `first` up to `last`; as fine as a node whose text differs from its source allows. */
export function positionOf(items: Items, first: number, last: number): Position {
  const from = runIndex(items, first)
  const to = runIndex(items, Math.max(first, last - 1))
  const start = items.runs[from]?.position ?? nowhere
  const end = items.runs[to]?.position ?? start
  return {
    start: pointWithin(items, from, first) ?? start.start,
    end: pointWithin(items, to, last) ?? end.end,
  }
}

/**
 * The point in the source of the character at `index`, where the node's text is its source letter
 * for letter on one line; undefined where escapes, entities or a line end stand between.
 */
function pointWithin(items: Items, runOfIndex: number, index: number): Point | undefined {
  const run = items.runs[runOfIndex]
  if (run?.begins === undefined || run.isMade === true) return undefined
  const { start, end } = run.position
  const within = run.begins.index + index - items.starts[runOfIndex]!
  if (start.line !== end.line || start.offset + within > end.offset) return undefined
  if (run.begins.node !== start.offset) return undefined
  return { line: start.line, column: start.column + within, offset: start.offset + within }
}
