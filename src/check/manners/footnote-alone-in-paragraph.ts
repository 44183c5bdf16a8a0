import type { Manner } from './manner.ts'

/** A paragraph of nothing but calls. A cell may hold a call alone, as in a column of sources. */
export const footnoteAloneInParagraph: Manner = {
  rule: 'footnote-alone-in-paragraph',
  find(calls, index, { text, at }) {
    const first = calls[index]
    if (first?.headsBlock !== true || first.block.place !== 'paragraph') return undefined
    let last = first
    let count = 1
    for (;;) {
      const next = calls[index + count]
      if (next?.block !== first.block || !isMark(text.slice(last.end, next.start))) break
      last = next
      count++
    }
    const end = first.block.position.end.offset
    if (!isMark(text.slice(last.end, Math.min(end, last.end + 20)))) return undefined
    if (end > last.end + 20) return undefined
    return {
      position: at(first.start, last.end),
      message: `${first.shown} stands alone in its paragraph`,
      help: 'write it at the end of the words that it belongs to',
      calls: count,
    }
  },
}

const isMark = (between: string): boolean => /^[\s.,;:>]{0,20}$/u.test(between)
