import type { ProvenKind } from '../edition.ts'
import { agreeNumbers } from './agree-numbers.ts'
import { agreeText } from './agree-text.ts'
import { disagreementsOf, type Disagreement, type Disagreements } from './disagreement.ts'
import type { Expected } from './expected.ts'
import { before, lastWords, toStream, type Stream } from './normalise.ts'
import { settleFloats } from './settle-floats.ts'
import type { Reading } from './reading.ts'

/**
 * Compares what a reader made out with what the Book says: numbers and order of notes and calls, the
 * words of every note, the words of the text, and where in them each note is called. Pure.
 */
export function agree(
  expected: Expected,
  reading: Reading,
  kind: ProvenKind,
): readonly Disagreement[] {
  const found = disagreementsOf(kind, reading.witness)
  const notes = agreeNumbers('note', expected.notes, reading.notes, found)
  for (const [want, have] of notes) {
    const streams = [toStream(want.text), toStream(have.text)] as const
    agreeText(`note ${want.number}`, streams[0], streams[1], found, {
      place: have.place,
      source: want.source,
    })
  }
  agreeBody(expected, reading, found)
  for (const fault of reading.faults) {
    const note = expected.notes.find(
      ({ number, anchor }) => number === fault.note || anchor === fault.note,
    )
    found.add(`${fault.message} (${fault.place})`, note?.source)
  }
  return found.list
}

/** The words of the text, then the calls in it. */
function agreeBody(expected: Expected, reading: Reading, found: Disagreements): void {
  const want = toStream(expected.text)
  const have = toStream(reading.text)
  const settled = reading.floatsMove ? settleFloats(want, have) : { want, have }
  const isSame = agreeText('the text', settled.want, settled.have, found)
  // Where a figure was moved, the calls in its caption went with it.
  const moved = new Set(
    reading.floatsMove
      ? expected.calls.filter(({ part }) => part !== 'text').map(({ number }) => number)
      : [],
  )
  const isMoved = ({ number }: { readonly number?: string }): boolean => moved.has(number ?? '')
  const wanted = inPlaces(expected.calls, want, settled.want, isMoved)
  const read = inPlaces(reading.calls, have, settled.have, isMoved)
  agreeNumbers('call', wanted.moved, read.moved, found)
  const pairs = agreeNumbers('call', wanted.stays, read.stays, found)
  // A changed text has calls at other places for a reason that was told already.
  if (!isSame || wanted.stays.length !== read.stays.length) return
  for (const [call, { before: words, after, place }] of pairs)
    if (call.before !== words)
      found.add(
        `note ${call.number} is called after \`${after}\` in ${found.edition} (${place}), but after \`${call.after}\` in the manuscript`,
        call.source,
      )
}

/** Calls with what stands before them, to be compared and to be shown; those in tables and figures that may move apart. */
function inPlaces<C extends { readonly number?: string }>(
  calls: readonly C[],
  whole: Stream<unknown>,
  settled: Stream<unknown>,
  isMoved: (call: C) => boolean,
): { readonly moved: readonly C[]; readonly stays: readonly (C & Placed)[] } {
  const stays = calls.filter((call) => !isMoved(call))
  // Where some table or figure could not be settled, its calls are still in the text.
  const isSettled = settled.calls.length === stays.length
  return {
    moved: calls.filter(isMoved),
    stays: stays.map((call, index) => {
      const [stream, at] = isSettled ? [settled, index] : [whole, calls.indexOf(call)]
      return { ...call, before: before(stream, at), after: lastWords(stream, at) }
    }),
  }
}

interface Placed {
  /** Compared. */
  readonly before: string
  /** Shown. */
  readonly after: string
}
