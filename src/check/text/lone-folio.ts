import type { Chapter } from '../../model/book.ts'
import type { WrittenProse } from '../../model/written.ts'

interface LoneNumber {
  readonly block: WrittenProse
  readonly number: number
  /** It says of how many pages. */
  readonly isPage: boolean
  /** Prose stands right above and right below. */
  readonly isEnclosed: boolean
  /** A heading, a list or a note stands on one side, and what a page may end or begin with on the other. */
  readonly isBeside: boolean
  /** It cuts a sentence in two. */
  readonly cuts: boolean
}

/** A page number alone, or between dashes. */
const folio = /^\s*(?:([–—]) ?)?([1-9]\d{0,3})(?: ?\1)?\s*$/u

/** `Page 17`, `Page 17 of 244`, `Seite 17 von 244`, `17 / 244`. */
const pageOf =
  /^\s*(?:(?:page|seite|página|pagina|strona|страница|стр\.)\s([1-9]\d{0,3})(?:\s?(?:of|von|sur|de|di|z|из|\/)\s?[1-9]\d{0,3})?|([1-9]\d{0,3})\s\/\s[1-9]\d{1,3})\s*$/iu

/**
 * Paragraphs that are a page number and no more, with prose right above and below, or with a heading,
 * a list or a note on one side. Numbers that count
 * from 1 are the parts of a chapter, what follows a colon is a figure, and a year may head what was
 * in it; but nothing of that cuts a sentence.
 */
export function loneFolios(chapter: Chapter): ReadonlySet<WrittenProse> {
  const numbers = loneNumbers(chapter)
  const parts = partsAmong(numbers.map(({ number }) => number))
  return new Set(
    numbers
      .filter(({ number, isPage, isEnclosed, isBeside, cuts }, index) => {
        if (isPage && (isEnclosed || isBeside)) return true
        if (!(isEnclosed || isBeside) || parts.has(index)) return isEnclosed && cuts
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
    if (block.place !== 'paragraph' || block.nested || block.text.length > 30) return []
    const [, dash, bare] = folio.exec(block.text) ?? []
    const [, named, counted] = pageOf.exec(block.text) ?? []
    const digits = bare ?? named ?? counted
    if (digits === undefined) return []
    const { offset: from } = block.position.start
    const { offset: to } = block.position.end
    const above = text[index - 1]
    const below = text[index + 1]
    // Notes may stand there: on the typeset page they stood above the folio.
    const over = above && sideOf(above, written.text.slice(above.position.end.offset, from), true)
    const under = sideOf(below, written.text.slice(to, below?.position.start.offset), false)
    const isFigure = above !== undefined && /[:：]\W{0,3}$/u.test(above.text.slice(-8))
    const isEnclosed = !isFigure && over === 'prose' && under === 'prose'
    const isDressed = dash !== undefined || bare === undefined
    const isBeside =
      !isFigure &&
      !isEnclosed &&
      // Between dashes, or by its name, it is a page's beside a table, a figure or code too.
      (isDressed ? above !== undefined : over !== undefined && under !== undefined) &&
      // Under a heading a number alone may be that of a poem or a part, and so may a small one.
      (isDressed || (over !== 'heading' && Number(digits) > 9))
    return [
      {
        block,
        number: Number(digits),
        isPage: bare === undefined,
        isEnclosed,
        isBeside,
        cuts:
          isEnclosed &&
          /[\p{L}\p{N},;-]\s*$/u.test(above?.text ?? '') &&
          /^\s*\p{Ll}/u.test(below?.text ?? ''),
      },
    ]
  })
}

/** What stands on one side, where only blanks, the mark of a list or notes part it; absence means something else. */
function sideOf(
  block: WrittenProse | undefined,
  gap: string,
  isAbove: boolean,
): 'prose' | 'heading' | 'list' | 'note' | undefined {
  const isNote = /^\s*\[\^[^\s\]]{1,80}\]:/u.test(gap.slice(0, 200))
  if (isNote && !isAbove) return 'note'
  if (block === undefined) return undefined
  const isList = block.nested && (isAbove || /^\s*(?:[-+*]|\d{1,9}[.)])\s{1,4}$/u.test(gap))
  if (!isNote && !isList && gap.trim() !== '') return undefined
  if (block.place === 'heading') return 'heading'
  if (block.place !== 'paragraph') return undefined
  if (isList) return 'list'
  return !block.nested && /\p{L}[\s\S]*\p{L}/u.test(block.text) ? 'prose' : undefined
}

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
