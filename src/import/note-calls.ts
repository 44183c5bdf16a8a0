/**
 * In: the lines, and the notes that begin on them.
 * Out: the lines with every call that has found its note marked.
 * Never: takes an exponent for a call, nor a call for an exponent, without saying so.
 */

import { heaviestChain } from './chain.ts'
import type { Line } from './lines.ts'
import type { NoteStarts } from './note-starts.ts'
import { doubted, type Remark, type Remarked } from './report.ts'
import { markCall, runsOf, valueOf, type Run } from './superscript.ts'

interface Candidate {
  readonly index: number
  readonly run: Run
  readonly value: number
  readonly weight: number
  readonly before: string
}

/** A run of a line, and the calls that it writes. */
interface Call {
  readonly run: Run
  readonly values: readonly number[]
}

// A unit of measure or a lone letter before a small raised number makes it an exponent.
const EXPONENT = /(?:^|[^\p{L}\p{N}])(?:\p{L}|[kcdmµμn]m|ft|in|yd|mi|ha|sec|10)$/u

export function markCalls(lines: readonly Line[], starts: NoteStarts): Remarked<readonly Line[]> {
  const startOf = new Map([...starts].map(([index, start]) => [start.number, index]))
  const candidates = candidatesOf(lines, starts)
  const open = candidates.filter(({ value, index }) => index < (startOf.get(value) ?? -1))
  const chosen = heaviestChain(open).flatMap((at) => open[at] ?? [])
  const calls = new Map<number, Call[]>()
  const add = (one: Candidate, values: readonly number[]): void => {
    const own = calls.get(one.index)
    if (own) own.push({ run: one.run, values })
    else calls.set(one.index, [{ run: one.run, values }])
  }
  for (const one of chosen) add(one, [one.value])
  const remarks: Remark[] = []
  const called = new Set(chosen.map((one) => one.value))
  const taken = new Set(chosen)
  for (const one of candidates) {
    if (taken.has(one)) continue
    const values = splitRun(one, startOf, called)
    for (const value of values) called.add(value)
    if (values.length > 0) add(one, values)
    remarks.push(...doubtsOf(one, values, called, chosen, lines))
  }
  for (const one of chosen) remarks.push(...doubtsOfChosen(one, lines))
  for (const [number, index] of startOf) {
    const line = lines[index]
    if (called.has(number) || line === undefined) continue
    remarks.push(
      doubted(
        [line],
        `found no call of note ${number}`,
        `put \`[^${number}]\` where the note is called`,
      ),
    )
  }
  const value = lines.map((line, index) => ({ ...line, text: mark(line.text, calls.get(index)) }))
  return { value, remarks }
}

/** Every raised number outside the lines of notes. */
function candidatesOf(lines: readonly Line[], starts: NoteStarts): readonly Candidate[] {
  const candidates: Candidate[] = []
  let inNote = false
  lines.forEach((line, index) => {
    if (line.text === '' || line.sheet !== lines[index - 1]?.sheet) inNote = false
    if (starts.has(index)) inNote = true
    if (inNote) return
    for (const run of runsOf(line.text)) {
      const before =
        /(?<!\S)\S*(?:\s\S*)?$/.exec(
          line.text.slice(Math.max(0, run.index - 40), run.index),
        )?.[0] ?? ''
      candidates.push({ index, run, value: run.value, before, weight: weightOf(before) })
    }
  })
  return candidates
}

/** Calls follow punctuation or a word; after digits they are rare, after units rarer. */
function weightOf(before: string): number {
  if (EXPONENT.test(before)) return 0.2
  if (/\d$/.test(before)) return 0.6
  return /\p{L}$/u.test(before) ? 0.9 : 1
}

/** The numbers of notes without a call that a run writes one after the other, as in `⁵⁶⁸⁵⁶⁹`. */
function splitRun(
  one: Candidate,
  startOf: ReadonlyMap<number, number>,
  called: ReadonlySet<number>,
): readonly number[] {
  const digits = one.run.text
  if (startOf.has(one.value) || digits.length < 2) return []
  for (let length = 1; length <= digits.length / 2; length += 1) {
    const values: number[] = []
    let at = 0
    for (let next = valueOf(digits.slice(0, length)); at < digits.length; next += 1) {
      const width = String(next).length
      if (valueOf(digits.slice(at, at + width)) !== next) break
      values.push(next)
      at += width
    }
    const free = values.every(
      (value) => !called.has(value) && one.index < (startOf.get(value) ?? -1),
    )
    if (at === digits.length && free) return values
  }
  return []
}

function doubtsOf(
  one: Candidate,
  values: readonly number[],
  called: ReadonlySet<number>,
  chosen: readonly Candidate[],
  lines: readonly Line[],
): readonly Remark[] {
  const line = lines[one.index]
  if (line === undefined) return []
  if (values.length > 0) {
    const help = 'see that each call stands where it should'
    return [
      doubted([line], `read \`${one.run.text}\` as the calls of ${values.join(' and ')}`, help),
    ]
  }
  // An exponent outside the sequence of notes is what it seems to be.
  if (one.weight < 0.5) return []
  // A line that begins with a raised number looks like a note, and `findNoteStarts` has said so.
  if (one.run.index === 0) return []
  const first = chosen[0]?.value ?? 0
  const last = chosen.at(-1)?.value ?? 0
  const why = called.has(one.value)
    ? `note ${one.value} is called elsewhere too`
    : one.value > first && one.value < last
      ? `there is no note ${one.value}`
      : 'it calls no note of the sequence'
  return [
    doubted(
      [line],
      `kept the raised number \`${one.before}${one.run.text}\` as text: ${why}`,
      'make it a call if it is one',
    ),
  ]
}

function doubtsOfChosen(one: Candidate, lines: readonly Line[]): readonly Remark[] {
  const line = lines[one.index]
  if (line === undefined || one.weight >= 0.5) return []
  return [
    doubted(
      [line],
      `took \`${one.before}${one.run.text}\` for the call of note ${one.value}, though it could be an exponent`,
      `see where the original calls note ${one.value}`,
    ),
  ]
}

function mark(text: string, calls: readonly Call[] = []): string {
  let marked = ''
  let from = 0
  for (const { run, values } of [...calls].sort((a, b) => a.run.index - b.run.index)) {
    marked += text.slice(from, run.index) + values.map(markCall).join('')
    from = run.index + run.text.length
  }
  return marked + text.slice(from)
}
