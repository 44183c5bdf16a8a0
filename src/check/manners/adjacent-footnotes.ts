import type { Manner } from './manner.ts'
import type { PlacedCall } from './placed-calls.ts'

/** Calls with nothing, a space, a comma or a semicolon between them, raised or not. A run of them is one finding. */
export const adjacentFootnotes: Manner = {
  rule: 'adjacent-footnotes',
  find(calls, index, { text, at }) {
    const first = calls[index]
    if (first === undefined) return undefined
    const run = [first]
    for (let next = calls[index + 1]; next !== undefined; next = calls[index + run.length]) {
      const last = run.at(-1) ?? first
      if (next.block !== first.block || !isClose(text.slice(last.end, next.start))) break
      run.push(next)
    }
    const last = run.at(-1) ?? first
    if (last === first) return undefined
    return {
      position: at(first.start, last.end),
      message: `${run.length === 2 ? 'two' : run.length} calls stand side by side${printing(run)}`,
      help: 'put the sources into one note, or move a call to the words that it belongs to',
      calls: run.length,
    }
  },
}

/** One line end at most, with the marks of a quotation behind it. */
const isClose = (between: string): boolean =>
  between.length <= 40 &&
  /^[^\S\n]*(?:(?:[,;，；、]|\^[,;]\^|<sup>[,;]<\/sup>)[^\S\n]*)?(?:\n[\s>]*)?$/u.test(between)

function printing(run: readonly PlacedCall[]): string {
  const numbers = run.map(({ call }) => call.number)
  return numbers.includes(undefined) ? '' : `: notes ${numbers.join(' and ')}`
}
