import type { Chapter } from '../model/book.ts'
import type { Edit, Span } from './edit.ts'

/** The text of a note, in whole lines without the last line end. */
interface Block extends Span {
  readonly key: string
}

/**
 * Sorts the texts of notes into the order of their calls. Only texts that follow each other, blank
 * lines alone between them, change places: those after a paragraph stay after it, and those at the end
 * of a chapter at its end. A text is moved whole, its further paragraphs with it; texts in lists and
 * quotations, and notes that are not called, stay where they are.
 */
export function sortEdits(chapter: Chapter): Edit[] {
  const rank = new Map<string, number>()
  for (const { key, inNote } of chapter.written.calls)
    if (inNote === undefined && !rank.has(key)) rank.set(key, rank.size)
  return groupsOf(chapter).flatMap((group) => {
    if (!group.every(({ key }) => rank.has(key))) return []
    const sorted = group.toSorted((a, b) => (rank.get(a.key) ?? 0) - (rank.get(b.key) ?? 0))
    const [first] = group
    const last = group.at(-1)
    if (first === undefined || last === undefined) return []
    if (sorted.every((block, index) => block === group[index])) return []
    return [{ start: first.start, end: last.end, parts: withGaps(group, sorted) }]
  })
}

/** Texts that follow each other with nothing but white space between them. */
function groupsOf(chapter: Chapter): Block[][] {
  const { text } = chapter.written
  const groups: Block[][] = []
  for (const block of freeBlocks(chapter)) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (before !== undefined && text.slice(before.end, block.start).trim() === '')
      group?.push(block)
    else groups.push([block])
  }
  return groups
}

/** Texts of notes that stand in no list, quotation or other note. */
function freeBlocks({ written, children }: Chapter): Block[] {
  const { text, definitions } = written
  const blocks: Block[] = []
  let around = 0
  for (const { key, position } of definitions) {
    const { start, end } = position
    while ((children[around]?.position.end.offset ?? Infinity) <= start.offset) around++
    const isInside = (children[around]?.position.start.offset ?? Infinity) < start.offset
    if (isInside || start.offset < (blocks.at(-1)?.end ?? 0)) continue
    const lineStart = start.offset - (start.column - 1)
    const lineEnd = text.indexOf('\n', end.offset)
    blocks.push({ key, start: lineStart, end: lineEnd === -1 ? text.length : lineEnd })
  }
  return blocks
}

/**
 * The blocks in their new order. Between two of them stands the widest of the gaps that stood after
 * the one and before the other, so that a note of several paragraphs keeps its blank lines, and short
 * ones stay close together.
 */
function withGaps(group: readonly Block[], sorted: readonly Block[]): Span[] {
  const gapAfter = new Map<Block, Span>()
  const gapBefore = new Map<Block, Span>()
  group.forEach((block, index) => {
    const next = group[index + 1]
    if (next === undefined) return
    const gap = { start: block.end, end: next.start }
    gapAfter.set(block, gap)
    gapBefore.set(next, gap)
  })
  const gaps = [...gapAfter.values()]
  return sorted.flatMap((block, index): Span[] => {
    const next = sorted[index + 1]
    if (next === undefined) return [block]
    const near = [gapAfter.get(block), gapBefore.get(next)].filter((gap) => gap !== undefined)
    const gap = widest(near.length === 0 ? gaps : near)
    return gap === undefined ? [block] : [block, gap]
  })
}

const widest = (gaps: readonly Span[]): Span | undefined =>
  gaps.reduce<Span | undefined>(
    (wide, gap) => (wide === undefined || gap.end - gap.start > wide.end - wide.start ? gap : wide),
    undefined,
  )
