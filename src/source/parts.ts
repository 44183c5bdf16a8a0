import type { Nodes, Root, RootContent } from 'mdast'
import type { Point } from '../diagnostic/diagnostic.ts'
import { pointAt } from '../diagnostic/place.ts'
import type { Scan } from './scan.ts'
import { foldLabel } from './scan/starts.ts'

/** Characters after which a part ends at the next place where it may: few enough for a hundred notes. */
export const LEAST_PART = 8 * 1024

/** A stretch of a text that Markdown reads alike alone, but for the labels that are defined outside it. */
export interface Part {
  readonly text: string
  /** Where it begins and ends in the whole text. */
  readonly start: Point
  readonly end: Point
}

export function partsOf(text: string, { cuts, lineStarts }: Scan, least: number): readonly Part[] {
  const starts = [0]
  for (const cut of cuts) if (cut - (starts.at(-1) ?? 0) >= least) starts.push(cut)
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length
    return {
      text: text.slice(start, end),
      start: pointAt(lineStarts, start),
      end: pointAt(lineStarts, end),
    }
  })
}

/** Labels as micromark keeps them (CommonMark 6.3: case folded). */
export interface Labels {
  readonly notes: readonly string[]
  readonly addresses: readonly string[]
}

/**
 * The labels that a text in parts defines. Those of notes were scanned; only a part that may define
 * addresses is parsed for them. A single part knows its own.
 */
export function labelsOf(
  parts: readonly Part[],
  { footnotes }: Scan,
  parse: (part: Part) => Root,
): Labels {
  if (parts.length === 1) return { notes: [], addresses: [] }
  const notes = footnotes.filter(
    ({ kind, surroundings, escaped }) =>
      kind === 'definition' && surroundings === 'text' && !escaped,
  )
  let at = 0
  const addresses = parts.flatMap((part) => {
    const first = at
    while ((notes[at]?.position.start.offset ?? Infinity) < part.end.offset) at++
    const ends = part.text.split(']:').length - 1
    return ends > at - first ? addressLabels(parse(part)) : []
  })
  return { notes: notes.map(({ label }) => foldLabel(label)), addresses }
}

function addressLabels(node: Nodes): string[] {
  if (node.type === 'definition') return [node.identifier.toUpperCase()]
  return 'children' in node ? node.children.flatMap(addressLabels) : []
}

/** A node of a part, with its places counted in the whole text. */
export function shifted<T extends RootContent>(node: T, { start, text }: Part): T {
  shift(node)
  return node

  // The tree is new and nobody else's, so it is changed in place.
  function shift(each: Nodes): void {
    const { position } = each
    if (position !== undefined)
      each.position = { start: moved(position.start), end: moved(position.end) }
    if ('children' in each) for (const child of each.children) shift(child)
  }

  function moved({ line, column, offset = 0 }: NonNullable<Nodes['position']>['start']): Point {
    // mdast-util-gfm-task-list-item takes the line end after `[ ]` for a space of its line.
    const isNext = column > 1 && text[offset - 1] === '\n'
    return {
      line: line + start.line - (isNext ? 0 : 1),
      column: isNext ? 1 : column,
      offset: offset + start.offset,
    }
  }
}
