import type { Chapter } from '../../model/book.ts'
import type { WrittenProse } from '../../model/written.ts'

interface LoneNumber {
  readonly block: WrittenProse
  readonly number: number
  /** Prose stands right above and right below. */
  readonly isEnclosed: boolean
  /** It cuts a sentence in two. */
  readonly cuts: boolean
}

/** A page number alone, or between dashes. */
const folio = /^\s*(?:([–—]) ?)?([1-9]\d{0,3})(?: ?\1)?\s*$/u

/**
 * Paragraphs that are a page number and no more, with prose right above and below. Numbers that count
 * from 1 are the parts of a chapter, what follows a colon is a figure, and a year may head what was
 * in it; but nothing of that cuts a sentence.
 */
export function loneFolios(chapter: Chapter): ReadonlySet<WrittenProse> {
  const numbers = loneNumbers(chapter)
  const parts = partsAmong(numbers.map(({ number }) => number))
  return new Set(
    numbers
      .filter(({ number, isEnclosed, cuts }, index) => {
        if (!isEnclosed || parts.has(index)) return isEnclosed && cuts
        if (number < 1000) return true
        const isNeighbour = [numbers[index - 1], numbers[index + 1]].some(
          (other) => other !== undefined && Math.abs(other.number - number) === 1,
        )
        return cuts || (number > 2199 && isNeighbour)
      })
      .map(({ block }) => block),
  )
}

function loneNumbers({ written }: Chapter): LoneNumber[] {
  const text = written.prose.filter(({ inNote, place }) => inNote === undefined && place !== 'cell')
  return text.flatMap((block, index): LoneNumber[] => {
    if (block.place !== 'paragraph' || block.nested || block.text.length > 10) return []
    const digits = folio.exec(block.text)?.[2]
    if (digits === undefined) return []
    const above = text[index - 1]
    const below = text[index + 1]
    const between = (from: WrittenProse, to: WrittenProse): string =>
      written.text.slice(from.position.end.offset, to.position.start.offset)
    const isEnclosed =
      isProse(above) &&
      isProse(below) &&
      !/[:：]\W{0,3}$/u.test(above.text.slice(-8)) &&
      // Notes may stand there: on the typeset page they stood above the folio.
      /^\s*(?:$|\[\^)/u.test(between(above, block)) &&
      /^\s*$/u.test(between(block, below))
    return [
      {
        block,
        number: Number(digits),
        isEnclosed,
        cuts:
          isEnclosed && /[\p{L}\p{N},;-]\s*$/u.test(above.text) && /^\s*\p{Ll}/u.test(below.text),
      },
    ]
  })
}

const isProse = (block: WrittenProse | undefined): block is WrittenProse =>
  block?.place === 'paragraph' && !block.nested && /\p{L}[\s\S]*\p{L}/u.test(block.text)

/** Places of the numbers that count from 1: of a part alone, a 1. A second count may follow the first. */
function partsAmong(numbers: readonly number[]): ReadonlySet<number> {
  const parts = new Set<number>()
  let next = 1
  numbers.forEach((number, index) => {
    if (number !== next && number !== 1) return
    parts.add(index)
    next = number + 1
  })
  return parts
}
