import { blocksOf, type Block, type Line } from './lines.ts'
import { leadingRun, runsOf } from './superscript.ts'
import { isAddress, isFinished, startsLow } from './sentence.ts'

/** Where a line stands with regard to the ends of pages. */
export interface Place {
  /** Among the first or last two lines between two form feeds. */
  readonly edge: boolean
  /** First or last line of the text. */
  readonly outermost: boolean
  /** The lines before it, up to three blocks back, are notes at the foot of a page. */
  readonly afterNotes: boolean
  /** The text before it (notes apart) breaks off, and the text after it goes on with a small letter. */
  readonly insideSentence: boolean
  /** Nothing but blank lines and page ends before and after. */
  readonly alone: boolean
  /** Last of several lines: nothing can be told from its place. */
  readonly last: boolean
}

/** True where a line can be the beginning of a note: a superscript number, or a full one that the text calls. */
export function noteOpener(lines: readonly Line[]): (line: Line) => boolean {
  const called = new Set(lines.flatMap((line) => runsOf(line.text).map((run) => run.value)))
  return (line) => {
    if (leadingRun(line.text) !== undefined) return true
    const number = /^\[?(\d{1,4})[\].)]?\s+\S/.exec(line.text)?.[1]
    return number !== undefined && called.has(Number(number))
  }
}

/** The place of every line that is not blank, by its index. */
export function placesOf(lines: readonly Line[]): ReadonlyMap<number, Place> {
  const blocks = blocksOf(lines)
  const opensNote = noteOpener(lines)
  const notes: boolean[] = []
  for (const block of blocks) {
    const inside = lines.slice(block.from, block.to)
    const address = inside.length === 1 && isAddress(inside[0]?.text ?? '')
    notes.push(inside.some(opensNote) || (address && notes.at(-1) === true))
  }
  const edges = edgesOf(lines)
  const places = new Map<number, Place>()
  blocks.forEach((block, at) => {
    const outer = at === 0 || at === blocks.length - 1
    for (let index = block.from; index < block.to; index += 1) {
      const first = index === block.from
      const last = index === block.to - 1
      places.set(index, {
        edge: edges.has(index),
        outermost: outer && first && last,
        afterNotes: first && [1, 2, 3].some((back) => notes[at - back] === true),
        insideSentence:
          breaksOff(lines, blocks, notes, at, index) && goesOnLow(lines, blocks, at, index),
        alone: first && last,
        last: last && !first,
      })
    }
  })
  return places
}

function edgesOf(lines: readonly Line[]): ReadonlySet<number> {
  const sheets = new Map<number, number[]>()
  lines.forEach((line, index) => {
    if (line.text === '') return
    const own = sheets.get(line.sheet)
    if (own) own.push(index)
    else sheets.set(line.sheet, [index])
  })
  if (sheets.size < 2) return new Set()
  // A head and a folio can stand on two lines; a third would be text.
  return new Set([...sheets.values()].flatMap((all) => [...all.slice(0, 2), ...all.slice(-2)]))
}

function breaksOff(
  lines: readonly Line[],
  blocks: readonly Block[],
  notes: readonly boolean[],
  at: number,
  index: number,
): boolean {
  const block = blocks[at]
  if (block === undefined) return false
  let before = index > block.from ? lines[index - 1]?.text : undefined
  for (let back = at - 1; before === undefined && back >= 0; back -= 1) {
    const candidate = blocks[back]
    if (candidate === undefined || notes[back] === true) continue
    const text = lines[candidate.to - 1]?.text ?? ''
    const short = candidate.to - candidate.from === 1 && text.length < 40
    // A folio beside the head says nothing of the text.
    if (!(short && back === at - 1)) before = text
  }
  return before !== undefined && !isFinished(before)
}

function goesOnLow(
  lines: readonly Line[],
  blocks: readonly Block[],
  at: number,
  index: number,
): boolean {
  const block = blocks[at]
  if (block === undefined) return false
  if (index + 1 < block.to) return startsLow(lines[index + 1]?.text ?? '')
  const next = lines[blocks[at + 1]?.from ?? -1]?.text
  const beyond = lines[blocks[at + 2]?.from ?? -1]?.text
  if (next === undefined) return false
  // Head and folio can be two paragraphs.
  return startsLow(next)
    ? !/^[ivxlc]+$/.test(next)
    : /^[-–— ]*\d+[-–— ]*$/.test(next) && startsLow(beyond ?? '')
}
