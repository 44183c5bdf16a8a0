import type { Position } from '../diagnostic/diagnostic.ts'
import { pointAt } from '../diagnostic/place.ts'
import type { Chapter } from '../model/book.ts'
import type { WrittenCall, WrittenDefinition } from '../model/written.ts'
import type { FootnoteSpelling } from '../source/scan.ts'
import { alphabetOf } from './alphabet.ts'

/** What the rules about notes stand on: a chapter's calls and definitions, sound or not, put together once. */
export interface Ground {
  readonly chapter: Chapter
  readonly text: string
  /**
   * The text with everything that is no prose (code, comments, HTML, addresses, metadata) blanked by
   * U+0000, line ends kept, so that offsets stay. U+0000 itself is refused when a chapter is read.
   */
  readonly masked: string
  /** Every character of the text outside of ASCII once: what is not among these need not be looked for; see `alphabet.ts`. */
  readonly alphabet: string
  /** Sound definitions by key, in order. The first of each counts. */
  readonly definitions: ReadonlyMap<string, readonly WrittenDefinition[]>
  /** Sound calls by key, those inside notes too. */
  readonly calls: ReadonlyMap<string, readonly WrittenCall[]>
  /** Spelled like a call in prose, not escaped and no class of characters; sound or not. */
  readonly spelled: readonly FootnoteSpelling[]
  /** The same by key. */
  readonly spelledByKey: ReadonlyMap<string, readonly FootnoteSpelling[]>
  /** Numbers that the chapter's notes have or are promised. */
  readonly range: { readonly first: number; readonly last: number } | undefined
  /** A note with a text, called nowhere. */
  readonly lacksCall: (label: string) => boolean
  /** A note that is called and has no text. */
  readonly lacksText: (label: string) => boolean
  readonly isDefined: (label: string) => boolean
  /** Definitions that stand inside the text of another note, with that note. */
  readonly nested: readonly {
    readonly inner: WrittenDefinition
    readonly outer: WrittenDefinition
  }[]
  /** Whether an offset lies in the text of a note. */
  readonly inNote: (offset: number) => boolean
  readonly at: (start: number, end: number) => Position
}

const grounds = new WeakMap<Chapter, Ground>()

/** The ground of a chapter, made once. */
export function groundOf(chapter: Chapter): Ground {
  const known = grounds.get(chapter)
  if (known !== undefined) return known
  const made = makeGround(chapter)
  grounds.set(chapter, made)
  return made
}

function makeGround(chapter: Chapter): Ground {
  const { text, scan, calls: written, definitions: defined } = chapter.written
  const definitions = groupByKey(defined)
  const calls = groupByKey(written.filter(({ inline }) => !inline))
  const spelled = scan.footnotes.filter(
    ({ kind, surroundings, escaped, label }) =>
      kind === 'call' &&
      surroundings === 'text' &&
      !escaped &&
      (definitions.has(keyOf(label)) || !isCharacterClass(label)),
  )
  const spelledByKey = groupByKey(spelled.map((call) => ({ ...call, key: keyOf(call.label) })))
  return {
    chapter,
    text,
    masked: mask(text, chapter),
    alphabet: alphabetOf(text),
    definitions,
    calls,
    spelled,
    spelledByKey,
    range: rangeOf(chapter),
    nested: nestedIn(defined),
    isDefined: (label) => definitions.has(keyOf(label)),
    lacksCall: (label) => definitions.has(keyOf(label)) && !calls.has(keyOf(label)),
    lacksText: (label) => !definitions.has(keyOf(label)) && spelledByKey.has(keyOf(label)),
    inNote: withinOneOf(defined),
    at: (start, end) => ({
      start: pointAt(scan.lineStarts, start),
      end: pointAt(scan.lineStarts, end),
    }),
  }
}

/** `[^a-z_]`, `[^/]`, `[^\\s]`: a class of characters of a regular expression, not a call. */
const isCharacterClass = (label: string): boolean =>
  /^(?:\\[a-zA-Z]|[a-zA-Z0-9]-[a-zA-Z0-9]|[^\p{L}\p{N}])+$/u.test(label)

/** Labels match without regard to case and white space (CommonMark 6.3, as micromark does it). */
export const keyOf = (label: string): string =>
  // Nearly all labels are keys already.
  /^[a-z0-9-]+$/.test(label) ? label : folded(label)

const folded = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()

/** The number that a label promises: digits as printed, at most seven. */
export const numberOf = (label: string): number | undefined =>
  /^[1-9]\d{0,6}$/.test(label) ? Number(label) : undefined

/** By binary search, so that it can be asked of every call. */
function withinOneOf(definitions: readonly WrittenDefinition[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0
    let high = definitions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((definitions[middle]?.position.start.offset ?? Infinity) <= offset) low = middle + 1
      else high = middle
    }
    const before = definitions[low - 1]
    return before !== undefined && before.position.end.offset > offset
  }
}

function nestedIn(definitions: readonly WrittenDefinition[]): Ground['nested'] {
  const nested: { inner: WrittenDefinition; outer: WrittenDefinition }[] = []
  let outer: WrittenDefinition | undefined
  for (const inner of definitions) {
    if (outer !== undefined && inner.position.start.offset < outer.position.end.offset)
      nested.push({ inner, outer })
    else outer = inner
  }
  return nested
}

function groupByKey<T extends { readonly key: string }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(item.key)
    if (group === undefined) groups.set(item.key, [item])
    else group.push(item)
  }
  return groups
}

function mask(text: string, chapter: Chapter): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of chapter.written.scan.regions) {
    pieces.push(text.slice(at, start))
    // Nearly every region is an address, on one line.
    for (const line of text.slice(start, end).split('\n'))
      pieces.push('\0'.repeat(line.length), '\n')
    pieces.pop()
    at = end
  }
  // Joined at once, so that no rule pays for putting it together.
  pieces.push(text.slice(at))
  return pieces.join('')
}

function rangeOf({ written, contract }: Chapter): Ground['range'] {
  const numbers = [
    ...(contract === undefined ? [] : [contract.first, contract.last]),
    ...written.definitions.map(({ label }) => numberOf(label)),
    ...written.calls.flatMap(({ label, number }) => [
      numberOf(label),
      number === undefined ? undefined : Number.parseInt(number, 10),
    ]),
  ].filter((number) => number !== undefined)
  if (numbers.length === 0) return undefined
  const first = numbers.reduce((a, b) => Math.min(a, b))
  const last = numbers.reduce((a, b) => Math.max(a, b))
  const named = first + written.definitions.length - 1
  return { first, last: contract === undefined ? Math.max(last, named) : last }
}

export const inRange = ({ range }: Ground, number: number): boolean =>
  range !== undefined && number >= range.first && number <= range.last

/** CommonMark 2.4: an odd number of backslashes. */
export function isEscaped(text: string, at: number): boolean {
  let count = 0
  while (text[at - count - 1] === '\\') count++
  return count % 2 === 1
}

/** What stands before an offset on its line, marks of quotations taken for white space; at most 80 characters, so that long lines stay linear. */
export function lineHead(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 80), at)
  return before.slice(before.lastIndexOf('\n') + 1).replaceAll('>', ' ')
}

/** Nothing but white space and marks of quotations stand before an offset on its line. */
export const headsLine = (text: string, at: number): boolean => lineHead(text, at).trim() === ''
