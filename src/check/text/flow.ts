import type { Chapter } from '../../model/book.ts'
import type { WrittenProse } from '../../model/written.ts'

/** A mark that opens or closes and has no partner in its block. */
export interface Unpaired {
  readonly mark: string
  /** Offset into the chapter's text. */
  readonly at: number
  readonly opens: boolean
}

export interface Pairing {
  /** Marks without a partner in a block, those that close before those that open. */
  readonly read: (block: WrittenProse) => readonly Unpaired[]
  readonly closes: (close: string, open: string) => boolean
  /** True where a block begins by taking up again what is open: a quotation over several paragraphs repeats its mark. */
  readonly goesOn?: (block: WrittenProse, open: string) => boolean
}

/** Blocks over which a quotation or a parenthesis may reach: a list or a long quotation. */
const reach = 12

/** A block with more faults than these is no prose; its first ones tell of it. */
const mostOfBlock = 3
/** Marks inside each other that are looked through for a partner, so that floods of them stay linear. */
const deepest = 16

/** Place of the innermost open mark that suits, -1 for none. */
export function innermost<T>(open: readonly T[], suits: (each: T) => boolean): number {
  for (let place = open.length - 1; place >= Math.max(0, open.length - deepest); place--) {
    const each = open[place]
    if (each !== undefined && suits(each)) return place
  }
  return -1
}

/**
 * Marks that have no partner in their block nor in the blocks after it. The text and each note are
 * read apart; headings end what is open, and cells and captions stand alone.
 */
export function unpairedIn(chapter: Chapter, { read, closes, goesOn }: Pairing): Unpaired[] {
  const unpaired = new Map(
    chapter.written.prose.flatMap((block) => {
      const found = read(block)
      return found.length === 0 ? [] : [[block, found]]
    }),
  )
  // Nearly every chapter.
  if (unpaired.size === 0) return []
  const left: Unpaired[] = []
  for (const blocks of flowsOf(chapter)) {
    let open: { readonly found: Unpaired; readonly index: number }[] = []
    blocks.forEach((block, index) => {
      if (block.place === 'heading') {
        left.push(...open.map(({ found }) => found))
        open = []
      }
      const again = open.at(-1)
      if (again !== undefined && goesOn?.(block, again.found.mark) === true) open.pop()
      for (const found of unpaired.get(block)?.slice(0, mostOfBlock) ?? []) {
        if (found.opens) {
          open.push({ found, index })
          continue
        }
        const place = innermost(open, (each) => closes(found.mark, each.found.mark))
        if (place === -1) left.push(found)
        else
          left.push(
            ...open
              .splice(place)
              .slice(1)
              .map((each) => each.found),
          )
      }
      if (block.place !== 'paragraph') {
        left.push(...open.map(({ found }) => found))
        open = []
      }
      // What was opened long ago is not closed any more.
      while (open[0] !== undefined && index - open[0].index >= reach) {
        left.push(open[0].found)
        open.shift()
      }
    })
    left.push(...open.map(({ found }) => found))
  }
  // A bare address takes the mark behind it along, and is told of as such.
  const { text } = chapter.written
  return left.filter(({ at }) => !/^(?:https?:|www\.)/iu.test(text.slice(at + 1, at + 8)))
}

/** How far apart the two marks of a pair may stand that do not suit each other. */
const farthest = 200

/**
 * `(so]`, `“so“`: a mark that opens, and the next one without a partner closes, in the same block. They
 * are one fault, and the second is `wrong` for the first.
 */
export function withWrong(
  found: readonly Unpaired[],
  text: string,
): readonly (Unpaired & { readonly wrong?: Unpaired })[] {
  const sorted = found.toSorted((a, b) => a.at - b.at)
  return sorted.flatMap((each, index) => {
    const isWrong = (open: Unpaired | undefined, close: Unpaired | undefined): boolean =>
      open !== undefined &&
      close !== undefined &&
      open.opens &&
      !close.opens &&
      close.at - open.at <= farthest &&
      !/\n[^\S\n]*\n/u.test(text.slice(open.at, close.at))
    if (isWrong(sorted[index - 1], each)) return []
    const next = sorted[index + 1]
    return [next !== undefined && isWrong(each, next) ? { ...each, wrong: next } : each]
  })
}

/** Blocks that are read on from one to the next. */
function flowsOf({ written }: Chapter): WrittenProse[][] {
  const flows = new Map<string, WrittenProse[]>()
  for (const block of written.prose) {
    const isAlone = block.place === 'cell' || block.place === 'caption'
    const key = isAlone
      ? `at ${block.position.start.offset}`
      : block.inNote === undefined
        ? 'text'
        : `note ${block.inNote}`
    const flow = flows.get(key)
    if (flow === undefined) flows.set(key, [block])
    else flow.push(block)
  }
  return [...flows.values()]
}
