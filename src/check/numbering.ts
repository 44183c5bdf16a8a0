import type { Chapter } from '../model/book.ts'
import { insertedLabel } from '../model/number.ts'
import { groundOf, numberOf } from './ground.ts'
import { pairingOf, type SequencedCall } from './pairing.ts'

/** Numbers that are missing before a call: from `first` to `last`. */
export interface Gap {
  readonly call: SequencedCall
  readonly before: SequencedCall
  readonly first: number
  readonly last: number
}

/** What the numeric labels of a chapter say of its numbers, damage mended and each fault told once. */
export interface Numbering {
  /** Number of the first note by the numeric labels; absence means that there are none. */
  readonly start: number | undefined
  /** The call from which `start` is known. */
  readonly anchor: SequencedCall | undefined
  /** Number of the last note: by the labels, counted on from there; absence as for `start`. */
  readonly end: number | undefined
  /** Notes in the text that take a number, each counted once. */
  readonly count: number
  /** Called before notes with smaller numbers; `next` is the first of them. */
  readonly outOfOrder: readonly { readonly call: SequencedCall; readonly next: SequencedCall }[]
  readonly gaps: readonly Gap[]
  /** A numeric label whose place gives another number. */
  readonly wrong: readonly { readonly call: SequencedCall; readonly number: number }[]
  /** Calls of notes such as `581a`, which are put in behind a number and take none. */
  readonly inserted: readonly SequencedCall[]
}

const known = new WeakMap<Chapter, Numbering>()

export function numberingOf(chapter: Chapter): Numbering {
  const before = known.get(chapter)
  if (before !== undefined) return before
  const made = makeNumbering(chapter)
  known.set(chapter, made)
  return made
}

function makeNumbering(chapter: Chapter): Numbering {
  const { sequence: all, unused, inNotes } = pairingOf(chapter)
  const { contract } = chapter
  const put = new Set(
    chapter.written.calls
      .filter(({ number }) => number !== undefined && insertedLabel(number) !== undefined)
      .map(({ position }) => position.start.offset),
  )
  const inserted = all.filter((call) => put.has(call.start) || isInserted(call, all))
  const sequence = all.filter((call) => !inserted.includes(call))
  const numeric = sequence.filter(({ number }) => number !== undefined)
  const places = new Map(numeric.map((call, index) => [call, index]))
  const strays = straysOf(numeric, contract)
  const rising = risingOf(numeric.filter((call) => !strays.has(call)))
  const numbers = [...rising].map(({ number = 0 }) => number)
  const isOut = (call: SequencedCall): boolean => call.number !== undefined && !rising.has(call)
  const fitsNowhere = (call: SequencedCall): boolean =>
    strays.has(call) ||
    (call.number ?? 0) > (numbers.at(-1) ?? 0) + 1 ||
    (call.number ?? 0) < (numbers[0] ?? 0) - 1
  // Numbers of which another finding speaks: notes called nowhere, and calls that stand elsewhere.
  const told = new Set([
    ...unused.map(({ label }) => numberOf(label)),
    ...inNotes.map((label) => numberOf(label)),
    ...numeric.filter(isOut).map(({ number }) => number),
  ])
  // Notes with a name that are called nowhere could fill any hole.
  let spare = [...unused.map(({ label }) => label), ...inNotes].filter(
    (label) => numberOf(label) === undefined,
  ).length

  const gaps: Gap[] = []
  const wrong: { call: SequencedCall; number: number }[] = []
  const outOfOrder: { call: SequencedCall; next: SequencedCall }[] = []
  let anchor: SequencedCall | undefined
  let start: number | undefined
  let before: SequencedCall | undefined
  let stretch = newStretch()

  for (const call of sequence) {
    if (isOut(call)) stretch.out.push(call)
    else if (call.number === undefined) {
      if (call.state === 'undefined') stretch.loose++
      else stretch.names++
    } else {
      if (before?.number === undefined) begin(call, call.number)
      else between(before, before.number, call, call.number)
      before = call
      stretch = newStretch()
    }
  }
  let end = before?.number
  if (before !== undefined && end !== undefined) end = finish(before, end)
  const moved = numeric
    .filter((call) => isOut(call) && !fitsNowhere(call))
    .map(({ number = 0 }) => number)
  const isMoved =
    outOfOrder.length > 0 && sequence.some(({ number: numeral }) => numeral === undefined)
  // A call without a text may bear any number: alone it says nothing of where the notes start.
  const isKnown = [...rising].some(({ state }) => state !== 'undefined')
  // The promise of the first number and that of the last bear out each other: a note with a name too
  // many stands before the first label that is a number.
  const surplus = (contract?.first ?? 0) - (start ?? 0)
  if (
    contract !== undefined &&
    anchor?.number !== undefined &&
    surplus > 0 &&
    end === contract.last &&
    outOfOrder.length + gaps.length + wrong.length === 0
  ) {
    tell(anchor, anchor.number + surplus)
    start = contract.first
  }
  return {
    start:
      start === undefined || !isKnown ? undefined : moved.reduce((a, b) => Math.min(a, b), start),
    anchor,
    end: end === undefined || !isKnown ? undefined : moved.reduce((a, b) => Math.max(a, b), end),
    count: sequence.filter(({ again }) => !again).length,
    outOfOrder,
    // A paragraph that moved takes notes with names along, which would be counted at the wrong place.
    gaps: isMoved ? [] : gaps,
    wrong: isMoved ? [] : wrong,
    inserted,
  }

  /** Before the first numeric label. */
  function begin(call: SequencedCall, number: number): void {
    const misfits = stretch.out.filter(fitsNowhere)
    anchor = call
    const latest = number - stretch.names - misfits.length
    // Calls without a text may be slips; notes without a call may belong here: the contract decides.
    start =
      within(contract?.first, latest - stretch.loose - spare, latest) ?? latest - stretch.loose
    misfits.forEach((each, index) => {
      const place = latest + stretch.names + index
      if (each.number !== place) tell(each, place)
    })
    for (const each of stretch.out) if (!misfits.includes(each)) move(each, call)
  }

  /** Between two numeric labels that rise. */
  function between(from: SequencedCall, low: number, call: SequencedCall, high: number): void {
    const { names, loose, out } = stretch
    const missing: number[] = []
    for (let number = low + 1; number < high && missing.length <= 5000; number++)
      if (!told.has(number)) missing.push(number)
    // A hole where a call stands that fits nowhere: its number is wrong, and the place is right.
    const misfits = out.filter(fitsNowhere)
    const room = missing.length - names - misfits.length
    if (misfits.length > 0 && room >= 0 && room <= loose) {
      misfits.forEach((each, index) => tell(each, low + names + index + 1))
      for (const each of out) if (!misfits.includes(each)) move(each, call)
      return
    }
    for (const each of out) move(each, call)
    const holes = missing.length - names - loose
    if (holes > 0) {
      const filled = Math.min(spare, holes)
      spare -= filled
      if (holes > filled)
        gaps.push({
          call,
          before: from,
          first: names + loose > 0 ? high - holes + filled : (missing[0] ?? high),
          last: names + loose > 0 ? high - 1 : (missing.at(-1) ?? high),
        })
    } else if (high - low - 1 < names) tell(call, low + names + 1)
  }

  /** After the last numeric label that rises; returns the number of the last note. */
  function finish(from: SequencedCall, low: number): number {
    let last = low + stretch.names
    for (const each of stretch.out) {
      if (!fitsNowhere(each)) move(each, from)
      else {
        last++
        if (each.number !== last) tell(each, last)
      }
    }
    return within(contract?.last, last, last + stretch.loose + spare) ?? last + stretch.loose
  }

  function tell(call: SequencedCall, number: number): void {
    if (call.state === 'sound') wrong.push({ call, number })
  }

  function move(call: SequencedCall, next: SequencedCall): void {
    if (call.state !== 'sound') return
    // Two calls that changed places are one mistake: the second one says nothing new.
    const partner = outOfOrder.at(-1)?.call
    if (partner !== undefined && (call.number ?? 0) < (partner.number ?? 0)) {
      const room = numeric[(places.get(partner) ?? 0) - 1]?.number
      if (room === undefined || call.number === room + 1) return
    }
    let at = (places.get(call) ?? 0) + 1
    while (at < numeric.length && (numeric[at]?.number ?? 0) >= (call.number ?? 0)) at++
    const smaller = numeric[at]
    outOfOrder.push({ call, next: smaller ?? next })
  }
}

/** `581a`, where 581 is called: meant to be put in behind it, whether it stands there or not. */
function isInserted({ label }: SequencedCall, all: readonly SequencedCall[]): boolean {
  const digits = insertedLabel(label)?.digits
  return digits !== undefined && all.some((other) => other.label === digits)
}

/** Calls between two numeric labels: of notes with a name, without a text, and out of order. */
const newStretch = (): { names: number; loose: number; out: SequencedCall[] } => ({
  names: 0,
  loose: 0,
  out: [],
})

const within = (number: number | undefined, low: number, high: number): number | undefined =>
  number !== undefined && number >= low && number <= high ? number : undefined

/** Numbers outside the contract, where most lie in it. */
function straysOf(
  numeric: readonly SequencedCall[],
  contract: Chapter['contract'],
): ReadonlySet<SequencedCall> {
  if (contract === undefined) return new Set()
  const strays = numeric.filter(
    ({ number = 0 }) => number < contract.first || number > contract.last,
  )
  return new Set(strays.length * 2 < numeric.length ? strays : [])
}

/**
 * The calls that belong to the longest rising run of numbers (patience sorting, O(n log n)): the fewest
 * calls are then out of order. Of two equal choices the later call stays, so that the one that comes
 * too early is named.
 */
function risingOf(calls: readonly SequencedCall[]): ReadonlySet<SequencedCall> {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  calls.forEach(({ number = 0 }, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((calls[tails[middle] ?? 0]?.number ?? 0) < number) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? undefined : tails[low - 1]
    tails[low] = index
  })
  const rising: SequencedCall[] = []
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) {
    const call = calls[at]
    if (call !== undefined) rising.push(call)
  }
  return new Set(rising.reverse())
}

export const positionOf = (chapter: Chapter, { start, end }: SequencedCall) =>
  groundOf(chapter).at(start, end)
