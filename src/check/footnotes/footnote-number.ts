import { diagnose } from '../../diagnostic/diagnose.ts'
import { numberingOf, positionOf } from '../numbering.ts'
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
    printed?.number !== undefined &&
    !startsElsewhere(chapter.written.calls, printed)
  )
    found.push({ position: printed.position, label: printed.label, number: printed.number })
  return found.map(({ position, label, number }) =>
    diagnose('footnote-number', {
      file: chapter.file,
      position,
      message: `note ${label} would print as ${number}`,
      help: `write \`[^${number}]\` in its call and before its text, or give it a name; what follows needs the same`,
    }),
  )
}

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
