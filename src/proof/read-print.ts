import type { Template } from '../template/template.ts'
import type { Expected, ExpectedCall } from './expected.ts'
import { CALL, LINE_END, type Passage } from './passage.ts'
import { readDocument, type PdfDocument } from './pdf-document.ts'
import { labelled, linesOf, type PageLines, type PdfLine } from './pdf-lines.ts'
import type { PdfPage, PdfRun } from './pdf-page.ts'
import {
  UnreadableEdition,
  type Fault,
  type ReadCall,
  type Reading,
  type ReadNote,
} from './reading.ts'

/**
 * Reads a finished PDF: the pages from the first chapter on, without furniture and what is written in
 * pictures; calls and notes where their named places are.
 *
 * In: bytes, the anchors of what is expected, the template's page. Out: Reading. Never: knows how the
 * file was written. Throws `UnreadableEdition`.
 */
export async function readPrint(
  bytes: Uint8Array,
  expected: Expected,
  template: Template,
): Promise<Reading> {
  const document = await readDocument(bytes)
  const firsts = expected.chapters.flatMap((id) => document.destinations.get(id)?.page ?? [])
  if (firsts.length === 0) throw new UnreadableEdition('no page of it is named after a chapter')
  const first = Math.min(...firsts)
  const noteTops = topsOfNotes(document, expected)
  const end = document.destinations.get(INDEX)?.page ?? Infinity
  const pages = document.pages
    .filter(({ index }) => index >= first && index < end)
    .map((page) => linesOf(page, template, noteTops.get(page.index)))
  const calls = callRuns(document, expected)
  const body = readText(
    pages.flatMap(({ text }) => text),
    calls,
    new Set(template.lists.bullets),
  )
  const notes = readNotes(document, pages, expected, new Set(template.lists.bullets))
  return {
    ...body,
    notes: notes.list,
    floatsMove: true,
    faults: [
      ...notes.faults,
      ...linkFaults(document, expected, calls),
      ...indexFaults(document, expected, end),
    ],
  }
}

/** Named place of the index of sources, which stands after the text. */
const INDEX = 'index of sources'

/** The index leads to every note that gives an address, in the order of the addresses. */
function indexFaults(document: PdfDocument, expected: Expected, from: number): readonly Fault[] {
  const { indexed = [] } = expected
  const led = document.pages
    .filter(({ index }) => index >= from)
    .flatMap(({ links }) => links.flatMap(({ dest }) => dest ?? []))
  if (indexed.length === led.length && indexed.every((anchor, at) => led[at] === anchor)) return []
  const message = `the index of sources in the PDF leads to ${led.length} notes, the manuscript gives ${indexed.length}, or in another order`
  return [{ message, place: 'index of sources' }]
}

const placeOn = ({ folio }: PdfPage): string => `page ${folio}`

/** Highest place of a note on each page. */
function topsOfNotes({ destinations }: PdfDocument, { notes }: Expected): Map<number, number> {
  const tops = new Map<number, number>()
  for (const { anchor } of notes) {
    const place = destinations.get(anchor)
    if (place !== undefined)
      tops.set(place.page, Math.max(place.y, tops.get(place.page) ?? -Infinity))
  }
  return tops
}

/** The runs at the named places of the calls. */
function callRuns(document: PdfDocument, { calls }: Expected): Map<PdfRun, ExpectedCall> {
  const found = new Map<PdfRun, ExpectedCall>()
  for (const call of calls) {
    const place = document.destinations.get(call.anchor)
    const page = place && document.pages[place.page]
    if (place === undefined || page === undefined) continue
    // The place is over the letters, for people to see the line that they are led to.
    const run = page.runs.filter((run) => isAt(run, place)).sort((a, b) => b.y - a.y)[0]
    if (run !== undefined) found.set(run, call)
  }
  return found
}

/** True where a run begins under a place. */
function isAt({ x, y, size, isTurned }: PdfRun, place: { x: number; y: number }): boolean {
  const [along, over] = isTurned ? [place.y, -place.x] : [place.x, place.y]
  return Math.abs(x - along) < 0.6 && y < over && over - y < 2.5 * size
}

/** Lines as passages, each call a mark in them. */
function readText(
  lines: readonly PdfLine[],
  callRuns: ReadonlyMap<PdfRun, ExpectedCall>,
  bullets: ReadonlySet<string>,
): { readonly text: readonly Passage[]; readonly calls: readonly ReadCall[] } {
  const text: Passage[] = []
  const calls: ReadCall[] = []
  for (const line of lines) {
    const place = placeOn(line.page)
    const { labels, runs } = labelled(line)
    text.push({ text: labels.map((label) => textOfLabel(label, bullets)).join(''), place })
    for (const run of runs) {
      const isCall = callRuns.has(run)
      if (isCall) calls.push({ number: run.text.trim(), place })
      text.push({ text: isCall ? CALL : run.text, place })
    }
    text.push({ text: LINE_END, place })
  }
  return { text, calls }
}

/** Markers of lists are set by every edition in its own way and are no text; a ticked box says something. */
function textOfLabel(label: string, bullets: ReadonlySet<string>): string {
  if (label === '[x]') return '\u2611 '
  if (/^\[\s?\]?$/u.test(label)) return '\u2610 '
  return bullets.has(label) || /^\d+\.$/u.test(label) ? '' : `${label} `
}

/** After the anchor of a note, the name of the place where it goes on after others that began with it. */
const RESUMED = ' resumed'

interface WholeNote extends ReadNote {
  readonly number: string
  readonly text: Passage[]
}

/** Notes from their named places on, over page ends. */
function readNotes(
  document: PdfDocument,
  pages: readonly PageLines[],
  expected: Expected,
  bullets: ReadonlySet<string>,
): { readonly list: readonly ReadNote[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const starts = new Map<PdfLine, string>()
  const resumes = new Map<PdfLine, string>()
  const lines = pages.flatMap(({ notes }) => notes)
  const lineAt = (name: string): PdfLine | undefined => {
    const place = document.destinations.get(name)
    return lines.find(({ page, y }) => page.index === place?.page && y < place.y)
  }
  for (const { number, anchor } of expected.notes) {
    const [start, resumed] = [lineAt(anchor), lineAt(`${anchor}${RESUMED}`)]
    if (resumed !== undefined) resumes.set(resumed, anchor)
    if (start !== undefined) starts.set(start, anchor)
    else
      faults.push({
        message: `note ${number} has no place of its own in the PDF (\`${anchor}\`)`,
        place: 'named destinations',
        note: anchor,
      })
  }
  const list: WholeNote[] = []
  const byAnchor = new Map<string, WholeNote>()
  let note: WholeNote | undefined
  for (const line of lines) {
    const place = placeOn(line.page)
    const { labels, runs } = labelled(line)
    const anchor = starts.get(line)
    const isStart = anchor !== undefined
    // A note that opens with anything but a paragraph has its number on a line of its own.
    const alone =
      isStart && labels.length === 0 && runs.length === 1 ? runs[0]?.text.trim() : undefined
    if (isStart) {
      note = { number: labels[0] ?? alone ?? '', text: [], place }
      list.push(note)
      byAnchor.set(anchor, note)
    } else note = byAnchor.get(resumes.get(line) ?? '') ?? note
    const own = [
      ...labels.slice(isStart ? 1 : 0).map((label) => textOfLabel(label, bullets)),
      ...(alone === undefined ? runs.map(({ text }) => text) : []),
    ]
    if (note === undefined)
      faults.push({
        message: `a line of a note stands before any note: \`${own.join('')}\``,
        place,
      })
    else note.text.push(...[...own, LINE_END].map((text) => ({ text, place })))
  }
  return { list, faults }
}

/** Each note begins on the page of its call; the two lead to each other; no link leads nowhere. */
function linkFaults(
  document: PdfDocument,
  expected: Expected,
  callRuns: ReadonlyMap<PdfRun, ExpectedCall>,
): readonly Fault[] {
  const faults: Fault[] = []
  const anchors = new Set(expected.notes.map((note) => note.anchor))
  const leads = (page: PdfPage | undefined, name: string): boolean =>
    page?.links.some(({ dest }) => dest === name) === true
  for (const { number, anchor, note } of callRuns.values()) {
    const called = document.destinations.get(anchor)
    const begins = document.destinations.get(note)
    const [page, noted] = [called, begins].map((place) => place && document.pages[place.page])
    if (!anchors.has(note) || page === undefined || noted === undefined) continue
    const about = { place: placeOn(page), note }
    if (page !== noted) {
      const message = `note ${number} begins on page ${noted.folio} of the PDF, but is called on page ${page.folio}`
      faults.push({ message, ...about })
    }
    if (!leads(page, note))
      faults.push({ message: `the call of note ${number} is no link to it in the PDF`, ...about })
    if (!leads(noted, anchor))
      faults.push({ message: `note ${number} has no link back to its call in the PDF`, ...about })
  }
  for (const page of document.pages)
    for (const { dest } of page.links)
      if (dest !== undefined && !document.destinations.has(dest))
        faults.push({
          message: `a link in the PDF leads to \`${dest}\`, which is nowhere in it`,
          place: placeOn(page),
        })
  return faults
}
