import type { Line } from './lines.ts'
import { doubted, type Remark } from './report.ts'

/** How a line begins that may be the text of a note: `1 Source`, `1. Source`, `[1] Source`. */
const noteLike = /^\s*\[?([1-9]\d{0,3})(?:\]|[.)])?\s+\p{Lu}/u
/** A number glued to the end of a word or to the mark behind it, or in brackets after it. */
const callLike = /[\p{L}.,;:!?”’"')](?:\s?\[([1-9]\d{0,3})\]|([1-9]\d{0,3}))(?=\s|$)/gu

/**
 * Where no call was taken and yet the text looks as though it had some, in plain figures: a doubt,
 * so that notes are never lost without a word. Only a person can tell such a figure from a number.
 */
export function doubtMissedCalls(lines: readonly Line[]): readonly Remark[] {
  const texts = new Map<number, Line>()
  const calls = new Set<number>()
  for (const line of lines) {
    const number = Number(noteLike.exec(line.text)?.[1])
    if (number > 0 && !texts.has(number)) texts.set(number, line)
    for (const [, bracketed, glued] of line.text.matchAll(callLike))
      calls.add(Number(bracketed ?? glued))
  }
  const both = [...texts].filter(([number]) => calls.has(number)).sort(([a], [b]) => a - b)
  // Two that follow each other are hardly a chance; one may be a date or a list.
  const run = both.find(([number], index) => both[index + 1]?.[0] === number + 1)
  if (run === undefined) return []
  return [
    doubted(
      both.map(([, line]) => line),
      `took no notes, though ${both.length} lines begin with numbers that also stand behind words of the text`,
      'write the calls as raised figures (¹ ² ³) in the text and import again, or as `[^1]` in the chapter',
    ),
  ]
}
