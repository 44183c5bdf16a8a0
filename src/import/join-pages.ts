/**
 * In: pages.
 * Out: the text in one flow, sentences whole again, and the notes, each in its paragraphs.
 * Never: joins what a heading, a list or a finished sentence keeps apart without saying so.
 */

import { joinText, type Vocabulary } from './join-lines.ts'
import type { Line } from './lines.ts'
import type { Marker } from './markers.ts'
import type { Page, PageNote } from './pages.ts'
import type { Paragraph } from './paragraphs.ts'
import { doubted, joined, quote, type Remark, type Remarked } from './report.ts'
import {
  endsInColon,
  isAddress,
  isFinished,
  isOpen,
  looksLikeHeading,
  startsLow,
} from './sentence.ts'
import { unmarkCalls } from './superscript.ts'

/** A paragraph of the text, whole. */
export interface FlowParagraph {
  readonly lines: readonly Line[]
  readonly text: string
  readonly marker?: Marker
  /** True where it is the first of its page. */
  readonly turned: boolean
}

export interface FlowNote {
  readonly number: number
  readonly lines: readonly Line[]
  readonly paragraphs: readonly string[]
}

export interface Flow {
  readonly text: readonly FlowParagraph[]
  /** In the order of their numbers. */
  readonly notes: readonly FlowNote[]
}

export function joinPages(pages: readonly Page[], vocabulary: Vocabulary): Remarked<Flow> {
  const remarks: Remark[] = []
  const text: FlowParagraph[] = []
  for (const page of pages) {
    page.text.forEach((paragraph, at) => {
      const before = text.at(-1)
      const verdict = before && verdictOf(before, paragraph, at === 0)
      if (before === undefined || verdict === undefined) {
        text.push(toFlow(paragraph, at === 0))
        return
      }
      const cut = [...before.lines.slice(-1), ...paragraph.lines.slice(0, 1)]
      const whole = joinText(before.text, paragraph.text, vocabulary, cut)
      remarks.push(verdict(before, paragraph), ...whole.remarks)
      text[text.length - 1] = {
        ...before,
        text: whole.value,
        lines: [...before.lines, ...paragraph.lines],
      }
    })
  }
  const notes = pages
    .flatMap((page) => page.notes)
    .map((note) => joinNote(note, vocabulary, remarks))
  return { value: { text, notes: notes.sort((a, b) => a.number - b.number) }, remarks }
}

const toFlow = (paragraph: Paragraph, turned: boolean): FlowParagraph => ({
  lines: paragraph.lines,
  text: paragraph.text,
  turned,
  ...(paragraph.marker && { marker: paragraph.marker }),
})

type Saying = (before: FlowParagraph, after: Paragraph) => Remark

// As many whole words as say which place is meant.
const ends = (text: string): string =>
  quote(/(?<!\S)(?:\S+\s+){0,3}\S*$/.exec(unmarkCalls(text.slice(-200)))?.[0] ?? '')
const begins = (text: string): string =>
  quote(/^\S*(?:\s+\S+){0,3}/.exec(unmarkCalls(text.slice(0, 200)))?.[0] ?? '')
const seam = (before: FlowParagraph, after: Paragraph): readonly Line[] => [
  ...before.lines.slice(-1),
  ...after.lines,
]

const surely: Saying = (before, after) =>
  joined(
    after.lines,
    `joined ${begins(after.text)} to line ${before.lines.at(-1)?.number ?? 0}, which ends ${ends(before.text)}`,
  )

const because =
  (why: string): Saying =>
  (before, after) =>
    doubted(
      seam(before, after).slice(-after.lines.length),
      `joined ${begins(after.text)} to ${ends(before.text)}: ${why}`,
      'see whether a new paragraph begins there',
    )

/** How to report the joint of two paragraphs; none where they stay apart. */
function verdictOf(before: FlowParagraph, after: Paragraph, turned: boolean): Saying | undefined {
  if (
    after.marker !== undefined &&
    !(after.marker.type === 'quote' && before.marker?.type === 'quote')
  ) {
    return undefined
  }
  if (before.text === '') return undefined
  const low = startsLow(after.text)
  if (endsInColon(before.text)) {
    return low && turned && !before.marker ? because('it ends in a colon') : undefined
  }
  const cutsWord = /\p{Ll}[-\u00AD]$/u.test(before.text)
  if (isFinished(before.text)) {
    if (!low || !turned) return undefined
    return because('the sentence before seems whole')
  }
  // A heading, or a line of a list without marks, is short and without a final stop too.
  const short = looksLikeHeading(before.text) && before.text.length < 60 && !isOpen(before.text)
  if (turned) {
    if (low || cutsWord)
      return short && !before.marker ? because('the line before is short') : surely
    if (isOpen(before.text) && !before.marker) return surely
    const heading = looksLikeHeading(before.text) || looksLikeHeading(after.text)
    if (heading || before.marker) return undefined
    return because('the paragraph before ends without a stop, but a capital follows')
  }
  if (short || !low || before.marker || before.text.length < 60 || /[,;]$/.test(before.text)) {
    return undefined
  }
  return because('no page end lies between them')
}

/** A note is one paragraph, unless what follows begins anew after a whole sentence. */
function joinNote(note: PageNote, vocabulary: Vocabulary, remarks: Remark[]): FlowNote {
  const paragraphs: string[] = []
  for (const { text, lines, marker, sheet } of note.paragraphs) {
    const own = marker && marker.text !== '' ? `${marker.text} ${text}` : text
    const before = paragraphs.at(-1)
    const apart =
      before !== undefined &&
      before !== '' &&
      isFinished(before) &&
      !isAddress(own) &&
      !startsLow(own)
    if (before === undefined || apart) {
      paragraphs.push(own)
      continue
    }
    const whole = joinText(before, own, vocabulary, lines)
    paragraphs[paragraphs.length - 1] = whole.value
    remarks.push(...whole.remarks)
    // What stood on another page has been reported with its page.
    if (before === '' || sheet !== note.paragraphs[0]?.sheet) continue
    const what = `joined ${begins(own)} to note ${note.number}`
    const sure = isAddress(own) || startsLow(own) || isOpen(before)
    remarks.push(
      sure ? joined(lines, what) : doubted(lines, what, 'see whether the note has two paragraphs'),
    )
  }
  const lines = note.paragraphs.flatMap((paragraph) => paragraph.lines)
  return { number: note.number, lines, paragraphs }
}
