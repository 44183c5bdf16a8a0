import { CALL, LINE_END } from './passage.ts'

/** A text in the one form in which texts are compared, with the way back to its passages. */
export interface Stream<P> {
  readonly text: string
  readonly passages: readonly P[]
  /** For each UTF-16 unit of `text`: index of its passage. */
  readonly passageOf: Uint32Array
  /** For each UTF-16 unit of `text`: index in its passage's text, composed (NFC). */
  readonly indexOf: Uint32Array
  /** Indices in `text` at which calls stand, in order. The calls themselves are no part of it. */
  readonly calls: readonly number[]
}

/** Spaces of any width, those that do not break among them. */
const space = /[\s\u00A0\u2007-\u200A\u202F]/u
/** What says how a word may be divided or joined, and no more: soft hyphens, word joiners, zero-width spaces. */
const invisible = /[\u00AD\u200B\u2060\uFEFF]/u

/**
 * Brings passages into the one form: NFC (Unicode, UAX #15), every run of white space one space,
 * invisible breaking marks out, a non-breaking hyphen a hyphen. No letter, digit or sign is dropped.
 */
export function toStream<P extends { readonly text: string }>(passages: readonly P[]): Stream<P> {
  const composed = passages.map(({ text }) => text.normalize('NFC'))
  const size = composed.reduce((sum, text) => sum + text.length, 0)
  const passageOf = new Uint32Array(size)
  const indexOf = new Uint32Array(size)
  const units: string[] = []
  const calls: number[] = []
  composed.forEach((text, passage) => {
    for (let index = 0; index < text.length; index++) {
      const unit = text[index] ?? ''
      if (unit === CALL) {
        calls.push(units.length)
        continue
      }
      const plain = plainUnit(unit)
      if (plain === '') continue
      const last = units.at(-1) ?? ' '
      if (plain === ' ' && (last === ' ' || last === LINE_END)) continue
      if (plain === LINE_END) {
        // A line's end takes the place of a space before it.
        if (last === LINE_END || units.length === 0) continue
        if (last === ' ') units.pop()
      }
      passageOf[units.length] = passage
      indexOf[units.length] = index
      units.push(plain)
    }
  })
  while (units.at(-1) === ' ' || units.at(-1) === LINE_END) units.pop()
  return {
    text: units.join(''),
    passages,
    passageOf,
    indexOf,
    calls: calls.map((at) => Math.min(at, units.length)),
  }
}

function plainUnit(unit: string): string {
  // Latin letters and most signs, quickly.
  if (unit > ' ' && unit < '\u007F') return unit
  if (space.test(unit)) return ' '
  if (invisible.test(unit)) return ''
  return unit === '\u2011' ? '-' : unit
}

/** UTF-16 indices; `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** The stream without some stretches of it, which do not overlap, and without the calls in them. */
export function cutStream<P>(stream: Stream<P>, cuts: readonly Range[]): Stream<P> {
  if (cuts.length === 0) return stream
  const sorted = [...cuts].sort((a, b) => a.start - b.start)
  const kept: Range[] = []
  let start = 0
  for (const cut of sorted) {
    kept.push({ start, end: cut.start })
    start = cut.end
    // What is left on both sides of a cut keeps one space between.
    if (stream.text[cut.start - 1] === ' ' && stream.text[start] === ' ') start++
  }
  kept.push({ start, end: stream.text.length })
  const size = kept.reduce((sum, range) => sum + range.end - range.start, 0)
  const passageOf = new Uint32Array(size)
  const indexOf = new Uint32Array(size)
  const calls: number[] = []
  let length = 0
  for (const range of kept) {
    passageOf.set(stream.passageOf.subarray(range.start, range.end), length)
    indexOf.set(stream.indexOf.subarray(range.start, range.end), length)
    for (const call of stream.calls)
      if (call > range.start && call <= range.end) calls.push(call - range.start + length)
    length += range.end - range.start
  }
  const text = kept.map((range) => stream.text.slice(range.start, range.end)).join('')
  return { ...stream, text, passageOf, indexOf, calls }
}

/** What stands before the call at `index`: its last letters and signs, as far as no edition can change them by setting. */
export function before(stream: Stream<unknown>, index: number): string {
  const at = stream.calls[index] ?? 0
  // Enough to tell a place from its neighbours; more would reach into a paragraph before.
  const letters = 12
  return squash(stream.text.slice(Math.max(0, at - 4 * letters), at)).slice(-letters)
}

/** The same for people to read: a few words. */
export const lastWords = (stream: Stream<unknown>, index: number): string =>
  /(?<!\S)(?:\S+\s){0,2}\S*\s?$/u
    .exec(stream.text.slice(Math.max(0, (stream.calls[index] ?? 0) - 40), stream.calls[index]))?.[0]
    .trim()
    .replaceAll(LINE_END, ' ') ?? ''

/** Without what setting may add, drop or move: white space, line ends, hyphens. */
export const squash = (text: string): string => text.replace(/[ \uE00D\uE010\uE011‐-]/gu, '')
