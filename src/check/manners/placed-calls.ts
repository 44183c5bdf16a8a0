import type { Chapter } from '../../model/book.ts'
import type { WrittenCall, WrittenProse } from '../../model/written.ts'
import { damagesOf } from '../damage.ts'
import { groundOf } from '../ground.ts'

/** A call with what stands around it. Offsets into the chapter's text; `end` is exclusive. */
export interface PlacedCall {
  readonly call: WrittenCall
  readonly start: number
  readonly end: number
  /** As a message shows it. */
  readonly shown: string
  /** The paragraph, cell or caption in which it stands. */
  readonly block: WrittenProse
  /** End of what stands before it, white space and the marks of quotations left out. */
  readonly before: number
  /** Only white space and marks of quotations stand before it on its line, and it does not begin its block. */
  readonly headsLine: boolean
  readonly headsBlock: boolean
}

// White space and marks of quotations before a call; more is no slip of the hand, and each call stays cheap.
const farthest = 200

/**
 * The calls whose place can be judged, in order: those in headings, links and notes, those called a
 * second time, and those in damaged text are other findings already.
 */
export function placedCalls(chapter: Chapter): readonly PlacedCall[] {
  const { text } = groundOf(chapter)
  const damages = damagesOf(chapter)
  const blocks = chapter.written.prose
    .filter(({ inNote }) => inNote === undefined)
    .toSorted((a, b) => a.position.start.offset - b.position.start.offset)
  const seen = new Set<string>()
  return chapter.written.calls.flatMap((call): PlacedCall[] => {
    if (!['text', 'table', 'caption'].includes(call.place) || call.inNote !== undefined) return []
    if (seen.has(call.key)) return []
    seen.add(call.key)
    const start = call.position.start.offset
    const end = call.position.end.offset
    if (damages.some((damage) => damage.start < end && start < damage.end)) return []
    const block = blockAround(blocks, start)
    if (block === undefined) return []
    const before = endOfBefore(text, start)
    const headsBlock = before <= block.position.start.offset
    return [
      {
        call,
        start,
        end,
        shown: shownAs(text.slice(start, end)),
        block,
        before,
        headsBlock,
        headsLine: !headsBlock && text.slice(before, start).includes('\n'),
      },
    ]
  })
}

/** The last block that begins at or before an offset; blocks of prose do not hold each other. */
function blockAround(blocks: readonly WrittenProse[], offset: number): WrittenProse | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.position.start.offset ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return blocks[low - 1]
}

function endOfBefore(text: string, start: number): number {
  const from = Math.max(0, start - farthest)
  const near = text.slice(from, start)
  const lineEnd = near.lastIndexOf('\n')
  const line = near.slice(lineEnd + 1)
  if (lineEnd === -1 || /[^\s>]/u.test(line)) return from + trimmed(near).length
  return from + near.slice(0, lineEnd).trimEnd().length
}

/** `&nbsp;` is a space too. */
function trimmed(text: string): string {
  const short = text.trimEnd()
  return short.endsWith('&nbsp;') ? trimmed(short.slice(0, -6)) : short
}

const shownAs = (spelled: string): string => {
  const line = spelled.replace(/\s+/gu, ' ')
  return `\`${line.length > 40 ? `${line.slice(0, 37)}…]` : line}\``
}
