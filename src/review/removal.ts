import type { OriginBlock } from '../origin/origin.ts'
import { lineStart } from './layout.ts'
import type { BaseEdit } from './part-edits.ts'

/** A stretch that goes as a whole, such as a block or a note. */
export interface Whole {
  readonly chapter: string
  /** Its line's beginning. */
  readonly start: number
  readonly end: number
}

export const wholeBlock = (block: OriginBlock, source: string): Whole => ({
  chapter: block.chapter,
  start: lineStart(block, source),
  end: block.outer.end,
})

/**
 * Takes out stretches that stand one after the other, and of the white lines before and after them
 * the fewer, so that what stays is parted as it was.
 */
export function removals(
  gone: readonly Whole[],
  all: readonly Whole[],
  source: string,
): readonly BaseEdit[] {
  const sorted = all.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const isGone = (whole: Whole): boolean =>
    gone.some(({ start, end }) => start <= whole.start && whole.end <= end)
  const edits: BaseEdit[] = []
  for (let index = 0; index < sorted.length; index++) {
    const first = sorted[index]
    if (first === undefined || !isGone(first)) continue
    let end = first.end
    while (index + 1 < sorted.length) {
      const next = sorted[index + 1]
      if (next === undefined || !(isGone(next) || next.end <= end)) break
      end = Math.max(end, next.end)
      index += 1
    }
    const before = sorted
      .slice(0, sorted.indexOf(first))
      .findLast((each) => each.end <= first.start)
    const after = sorted[index + 1]
    edits.push({
      chapter: first.chapter,
      ...gap(before, { ...first, end }, after, source),
      text: '',
    })
  }
  return edits
}

function gap(
  before: Whole | undefined,
  { start, end }: Whole,
  after: Whole | undefined,
  source: string,
): { start: number; end: number } {
  const head = before === undefined ? '' : source.slice(before.end, start)
  const tail = source.slice(end, after?.start ?? source.length)
  const isBlank = (text: string): boolean => /^[\s>]*$/u.test(text)
  const lines = (text: string): number => text.split('\n').length
  if (
    after !== undefined &&
    isBlank(tail) &&
    (before === undefined || !isBlank(head) || lines(tail) <= lines(head))
  )
    return { start, end: after.start }
  if (before !== undefined && isBlank(head)) return { start: before.end, end }
  return { start, end }
}
