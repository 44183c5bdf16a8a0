/**
 * In: the lines of the text without its furniture.
 * Out: which lines begin a note, with the note's number.
 * Never: takes a number for a note's by its look alone; the sequence decides.
 */

import { heaviestChain, heaviestLateChain } from './chain.ts'
import type { Line } from './lines.ts'
import { doubted, quote, type Remark, type Remarked } from './report.ts'
import { leadingRun, runsOf } from './superscript.ts'

/** A line that begins a note. */
export interface NoteStart {
  readonly number: number
  /** The line's text after the number. */
  readonly rest: string
}

/** Note starts by the index of their line. */
export type NoteStarts = ReadonlyMap<number, NoteStart>

interface Candidate extends NoteStart {
  readonly index: number
  readonly line: Line
  readonly weight: number
}

export function findNoteStarts(lines: readonly Line[]): Remarked<NoteStarts> {
  const raised = raisedStarts(lines)
  const candidates = raised.length > 0 ? raised : fullSizeStarts(lines)
  const links = candidates.map(({ number, weight }) => ({ value: number, weight }))
  // A list that is numbered like the notes stands in the text, before them.
  const chain = raised.length > 0 ? heaviestChain(links) : heaviestLateChain(links)
  const chosen = chain.flatMap((at) => candidates[at] ?? [])
  const starts = new Map(chosen.map(({ index, number, rest }) => [index, { number, rest }]))
  return { value: starts, remarks: doubts(chosen, raised, starts) }
}

/** `⁵⁶⁸ Text`, at the beginning of a line. */
function raisedStarts(lines: readonly Line[]): readonly Candidate[] {
  return lines.flatMap((line, index) => {
    const run = leadingRun(line.text)
    if (run === undefined) return []
    const rest = line.text.slice(run.text.length)
    // Inside a paragraph a line can begin with the call of the word before it.
    const weight = startsBlock(lines, index) ? 1 : /^\s/.test(rest) ? 0.9 : 0.3
    return [{ number: run.value, rest: rest.trim(), index, line, weight }]
  })
}

/** `568 Text`, `568. Text`, `[568] Text`, where a raised 568 has been called before. */
function fullSizeStarts(lines: readonly Line[]): readonly Candidate[] {
  const called = new Set<number>()
  return lines.flatMap((line, index) => {
    const match = /^\[?(\d{1,4})[\].)]?(?:\s+(?=\S)|$)/.exec(line.text)
    const number = Number(match?.[1])
    const found = match !== null && called.has(number)
    for (const run of runsOf(line.text)) called.add(run.value)
    if (!found) return []
    const weight = startsBlock(lines, index) ? 1 : 0.6
    return [{ number, rest: line.text.slice(match[0].length), index, line, weight }]
  })
}

function startsBlock(lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1]
  return before === undefined || before.text === '' || before.sheet !== lines[index]?.sheet
}

function doubts(
  chosen: readonly Candidate[],
  raised: readonly Candidate[],
  starts: NoteStarts,
): readonly Remark[] {
  const remarks: Remark[] = []
  chosen.forEach((one, at) => {
    const before = chosen[at - 1]
    if (before === undefined || one.number === before.number + 1) return
    const missing = one.number - before.number - 1
    const which =
      missing === 1
        ? `note ${before.number + 1}`
        : `notes ${before.number + 1} to ${one.number - 1}`
    remarks.push(
      doubted(
        [one.line],
        `note ${one.number} follows note ${before.number}: found no ${which}`,
        `look for ${which} in the original`,
      ),
    )
  })
  const numbers = new Set(chosen.map((one) => one.number))
  for (const one of raised) {
    if (starts.has(one.index) || one.weight < 0.5) continue
    const why = numbers.has(one.number)
      ? 'there is another note'
      : 'it breaks the sequence of notes'
    remarks.push(
      doubted(
        [one.line],
        `kept ${quote(one.line.text)} as text: ${why} ${numbers.has(one.number) ? one.number : ''}`.trim(),
        'give every note a number of its own',
      ),
    )
  }
  return remarks
}
