/**
 * In: the lines of typeset pages.
 * Out: the same lines without running heads and folios; `sheet` rises where one stood.
 * Never: knows a head by its words; repetition, a folio that counts on, and place decide.
 */

import { heaviestChain } from './chain.ts'
import { readFurniture, type Furniture } from './folio.ts'
import { noteOpener, placesOf, type Place } from './furniture-place.ts'
import type { Line } from './lines.ts'
import { doubted, dropped, quote, type Remark, type Remarked } from './report.ts'
import { hasBullet } from './markers.ts'
import { isAddress, looksLikeHeading } from './sentence.ts'

interface Candidate extends Furniture {
  readonly index: number
  readonly line: Line
  readonly place: Place
  /** The place alone says that a page turns here. */
  readonly turns: boolean
  /** Other lines have the same words, folios apart. */
  readonly repeated: boolean
}

/** What is to be dropped, by index, with the doubt about it, if any. */
type Verdicts = Map<number, string | undefined>

export function dropFurniture(lines: readonly Line[]): Remarked<readonly Line[]> {
  const candidates = candidatesOf(lines)
  const verdicts: Verdicts = new Map()
  judgeFolios(candidates, verdicts)
  judgeHeads(candidates, verdicts)
  const remarks: Remark[] = [...keepTitle(lines, candidates, verdicts)]
  const kept: Line[] = []
  let turned = 0
  lines.forEach((line, index) => {
    if (!verdicts.has(index)) {
      kept.push({ ...line, sheet: line.sheet + turned })
      return
    }
    turned += 1
    const kind = readFurniture(line.text).head === '' ? 'folio' : 'running head'
    remarks.push(dropped([line], `dropped the ${kind} ${quote(line.text)}`))
    const doubt = verdicts.get(index)
    if (doubt !== undefined) {
      remarks.push(
        doubted(
          [line],
          `took ${quote(line.text)} for a ${kind}: ${doubt}`,
          'put the line back if it is a heading or part of the text',
        ),
      )
    }
  })
  return { value: kept, remarks }
}

function candidatesOf(lines: readonly Line[]): readonly Candidate[] {
  const opensNote = noteOpener(lines)
  const heads = new Map<string, number>()
  for (const line of lines) {
    const key = headKey(readFurniture(line.text))
    heads.set(key, (heads.get(key) ?? 0) + 1)
  }
  return [...placesOf(lines)].flatMap(([index, place]) => {
    const line = lines[index]
    if (line === undefined) return []
    // Twice the length of a long title; longer lines are text.
    if (line.text.length > 120 || (place.last && !place.edge)) return []
    const furniture = readFurniture(line.text)
    const repeated = furniture.head !== '' && (heads.get(headKey(furniture)) ?? 0) > 1
    if (opensNote(line) && !repeated) return []
    if (furniture.head !== '' && hasBullet(line.text)) return []
    if (/[⁰¹²³⁴-⁹]/.test(line.text) || isAddress(line.text)) return []
    // Inside a paragraph, the same words can begin two lines by chance.
    const between = !place.alone && !place.edge && furniture.head !== ''
    if (between && !looksLikeHeading(furniture.head)) return []
    if (/[.,;:!]$/.test(line.text) && furniture.folio === undefined) return []
    const turns = place.edge || place.outermost || place.afterNotes || place.insideSentence
    return [{ ...furniture, index, line, place, turns, repeated }]
  })
}

/** Folios count on from page to page; a single one must stand where a page plainly turns. */
function judgeFolios(candidates: readonly Candidate[], verdicts: Verdicts): void {
  for (const roman of [false, true]) {
    const folios = candidates.filter(
      (one) =>
        one.folio !== undefined &&
        one.setOff &&
        isRoman(one) === roman &&
        (one.turns || (one.place.alone && one.head === '')),
    )
    const links = folios.map((one) => ({ value: one.folio ?? 0, weight: one.turns ? 1 : 0.5 }))
    const chain = heaviestChain(links).flatMap((at) => folios[at] ?? [])
    chain.forEach((one, at) => {
      const doubt = doubtOfFolio(one, chain[at - 1], chain[at + 1])
      if (doubt !== 'not a folio') verdicts.set(one.index, doubt)
    })
  }
}

function doubtOfFolio(
  one: Candidate,
  before: Candidate | undefined,
  after: Candidate | undefined,
): string | undefined {
  const { edge, insideSentence, afterNotes } = one.place
  const steps = [before, after].flatMap((near) =>
    near?.folio === undefined ? [] : [Math.abs(near.folio - (one.folio ?? 0))],
  )
  // A blank page between two folios makes a step of two or three.
  if (steps.some((step) => step <= (one.turns ? 3 : 1))) {
    if (!one.turns) return 'it counts on, but no page plainly turns here'
    return one.head === '' || one.repeated ? undefined : 'its words stand only once'
  }
  const turns = edge || insideSentence || afterNotes
  return one.head === '' && turns ? 'it is the only folio of its sequence' : 'not a folio'
}

const isRoman = (candidate: Candidate): boolean =>
  !/\d/.test(candidate.line.text.slice(candidate.head === '' ? 0 : -8)) &&
  !/^\d/.test(candidate.line.text)

/** A head is repeated where pages turn; one that stands once must cut a sentence in two. */
function judgeHeads(candidates: readonly Candidate[], verdicts: Verdicts): void {
  for (const key of [wholeKey, headKey]) {
    const groups = new Map<string, Candidate[]>()
    for (const one of candidates) {
      const own = groups.get(key(one))
      if (own) own.push(one)
      else groups.set(key(one), [one])
    }
    for (const known of [false, true]) {
      if (known && !candidates.some((one) => one.head !== '' && verdicts.has(one.index))) continue
      for (const group of groups.values()) judgeGroup(group, key === headKey, known, verdicts)
    }
  }
  for (const one of candidates) {
    if (verdicts.has(one.index) || !one.place.alone || !one.place.insideSentence) continue
    if (one.head !== '' && looksLikeHeading(one.line.text)) {
      verdicts.set(one.index, 'it stands once, but inside a sentence')
    }
  }
}

const wholeKey = (one: Candidate): string => one.line.text.replace(/\s+/g, ' ').toUpperCase()

/** Heads without their folios; a line without a folio is alone in its group unless others share it. */
const headKey = (one: Furniture): string => one.head.replace(/\s+/g, ' ').toUpperCase()

function judgeGroup(
  group: readonly Candidate[],
  withFolios: boolean,
  known: boolean,
  verdicts: Verdicts,
): void {
  if (group.length < 2 || group[0]?.head === '') return
  const folios = group.filter((one) => one.folio !== undefined)
  if (withFolios && folios.length === 0) return
  const turning = group.filter((one) => one.turns || isBarred(one))
  // Twice where pages turn, or once where the line comes often, counts on, or other heads are known.
  const enough =
    turning.length >= 2 || group.length >= 3 || known || folios.some((one) => one.setOff)
  if (turning.length === 0 || !enough) return
  // A heading can be the running head of the pages after it: the first that is no page turn stays.
  const first = group.findIndex((one) => !one.turns)
  group.forEach((one, at) => {
    if (verdicts.has(one.index)) return
    const before = group[at - 1]
    const twin = before !== undefined && one.line.number - before.line.number <= 2
    if (twin && verdicts.has(before.index)) return
    if (one.turns || isBarred(one)) verdicts.set(one.index, undefined)
    else if (at !== first || one.folio !== undefined || group.length - turning.length === 1) {
      if (at === first && before === undefined && one.folio === undefined) return
      verdicts.set(one.index, 'it is repeated, but no page plainly turns here')
    }
  })
}

/** A bar between words and a number is no punctuation of running text. */
const isBarred = (one: Candidate): boolean =>
  one.folio !== undefined && one.repeated && /\|/.test(one.line.text)

/** The first line of a chapter can be its title as well as the head of all its pages. */
function keepTitle(
  lines: readonly Line[],
  candidates: readonly Candidate[],
  verdicts: Verdicts,
): readonly Remark[] {
  const text = lines.findIndex((line, index) => line.text !== '' && !verdicts.has(index))
  const first = candidates.find((one) => one.head !== '' && verdicts.has(one.index))
  if (first === undefined || first.index > text || first.folio !== undefined) return []
  if (looksLikeHeading(lines[text]?.text ?? '')) return []
  verdicts.delete(first.index)
  return [
    doubted(
      [first.line],
      `took ${quote(first.line.text)} for the title, though it is a running head of later pages`,
      'give the chapter its title',
    ),
  ]
}
