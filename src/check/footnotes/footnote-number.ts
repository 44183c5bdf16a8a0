import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic, Position } from '../../diagnostic/diagnostic.ts'
import type { Chapter } from '../../model/book.ts'
import { numberingOf, positionOf } from '../numbering.ts'
import { emptyNotesInPlace } from './empty-footnote.ts'
import { pairingOf } from '../pairing.ts'
import { numberOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/**
 * A numeric label that would print another number, where neither a gap nor the order explains it:
 * a note with a name was put in before it, or the label is mistyped in both places. The first tells
 * of all that follow.
 */
export const footnoteNumber: Check = (chapter) => {
  const { wrong, outOfOrder, gaps, start } = numberingOf(chapter)
  const displaced = displacedIn(chapter)
  const pairing = pairingOf(chapter)
  const found = wrong.map(({ call, number }) => ({
    position: positionOf(chapter, call),
    label: call.label,
    number: String(number),
  }))
  // What is printed in the end is what the book's numbering says.
  const isClean =
    pairing.isSound && outOfOrder.length === 0 && gaps.length === 0 && found.length === 0
  const isPromised = chapter.contract === undefined || chapter.contract.first === start
  const printed = chapter.written.calls.find(
    ({ label, number }) =>
      number !== undefined && numberOf(label) !== undefined && label !== number,
  )
  if (
    isClean &&
    isPromised &&
    displaced.length === 0 &&
    printed?.number !== undefined &&
    !startsElsewhere(chapter.written.calls, printed)
  )
    found.push({ position: printed.position, label: printed.label, number: printed.number })
  const told = found.map(({ position, label, number }) =>
    diagnose('footnote-number', {
      file: chapter.file,
      position,
      message: `note ${label} would print as ${number}`,
      help: `run \`imprimatur renumber\`, which writes ${number} in its call, before its text and in what refers to it; or give it a name`,
    }),
  )
  // An empty note in its place takes a number that nobody meant: it is told of.
  const empty = emptyNotesInPlace(chapter)
  return [
    ...displaced,
    ...(empty.length === 0
      ? told
      : told.filter(({ position }, index) => {
          const { label, number } = found[index] ?? {}
          const before = empty.filter((at) => at < (position?.start.offset ?? 0)).length
          return before === 0 || Number(number) - Number(label) > before
        })),
  ]
}

function displacedIn(chapter: Chapter): Diagnostic[] {
  const numberOfCall = new Map(
    chapter.written.calls.flatMap(({ position, number }) =>
      number === undefined ? [] : [[position.start.offset, number] as const],
    ),
  )
  return numberingOf(chapter).inserted.flatMap((call): Diagnostic[] => {
    const number = numberOfCall.get(call.start)
    return number === undefined || number === call.label || call.state !== 'sound'
      ? []
      : [misplaced(chapter, positionOf(chapter, call), call.label)]
  })
}

/** `581a` keeps its number only where it follows 581. */
function misplaced({ file, written }: Chapter, position: Position, label: string): Diagnostic {
  const isThere = written.calls.some((call) => call.label === before(label))
  return diagnose('footnote-number', {
    file,
    position,
    message: isThere
      ? `note ${label} does not stand behind note ${before(label)}`
      : `note ${label} is called, but there is no note ${before(label)}`,
    help: isThere
      ? `call it right after \`[^${before(label)}]\``
      : `call it \`[^${before(label)}]\`, at its call and before its text`,
  })
}

/** 581 before 581a, 581a before 581b. */
const before = (label: string): string =>
  label.endsWith('a')
    ? label.slice(0, -1)
    : label.slice(0, -1) + String.fromCharCode(label.charCodeAt(label.length - 1) - 1)

/** All numeric labels are off by the same: the chapter starts elsewhere, which `footnote-continuity` says. */
function startsElsewhere(
  calls: readonly { readonly label: string; readonly number?: string; readonly inNote?: string }[],
  { label, number }: { readonly label: string; readonly number?: string },
): boolean {
  const off = Number(number) - Number(label)
  const numeric = calls.filter(
    (call) => call.number !== undefined && numberOf(call.label) !== undefined,
  )
  const [first] = calls
  return (
    first?.label === label &&
    numeric.every((call) => Number(call.number) - Number(call.label) === off)
  )
}
