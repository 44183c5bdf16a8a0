/**
 * In: the paragraphs in the order of the file.
 * Out: pages, each with the text on it and the notes at its foot.
 * Never: trusts that a running head marks every page end.
 */

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
import { hasCall, leadingRun } from './superscript.ts'

export interface PageNote {
  readonly number: number
  readonly paragraphs: Paragraph[]
}

export interface Page {
  readonly text: Paragraph[]
  readonly notes: PageNote[]
}

export function readPages(paragraphs: readonly Paragraph[]): Remarked<readonly Page[]> {
  const pages: Page[] = []
  const remarks: Remark[] = []
  let page: Page = { text: [], notes: [] }
  let sheet: number | undefined
  let lastText: Paragraph | undefined
  const turn = (): void => {
    if (page.text.length > 0 || page.notes.length > 0) pages.push(page)
    page = { text: [], notes: [] }
  }
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.sheet !== sheet) turn()
    sheet = paragraph.sheet
    const note = page.notes.at(-1)
    if (paragraph.note !== undefined) {
      page.notes.push({ number: paragraph.note, paragraphs: [paragraph] })
    } else if (note === undefined) {
      page.text.push(paragraph)
      lastText = paragraph
    } else {
      const verdict = isOfNote(note, lastText, paragraphs, index)
      if (verdict.remark) remarks.push(verdict.remark)
      if (verdict.isOfNote) note.paragraphs.push(paragraph)
      else {
        turn()
        page.text.push(paragraph)
        lastText = paragraph
      }
    }
  })
  turn()
  remarks.push(...restoreRests(pages))
  return { value: pages, remarks }
}

interface Verdict {
  readonly isOfNote: boolean
  readonly remark?: Remark
}

/** Decides whether a paragraph below a note belongs to it, or is text of a page that began without a mark. */
function isOfNote(
  note: PageNote,
  lastText: Paragraph | undefined,
  paragraphs: readonly Paragraph[],
  index: number,
): Verdict {
  const paragraph = paragraphs[index]
  if (paragraph === undefined || hasCall(paragraph.text)) return { isOfNote: false }
  const { text, sheet, lines } = paragraph
  const noteEnd = note.paragraphs.at(-1)?.text ?? ''
  if (noteEnd === '' || isAddress(text) || leadingRun(text)) return { isOfNote: true }
  const guess = (isNote: boolean): Verdict => ({
    isOfNote: isNote,
    remark: doubted(
      lines,
      `took ${quote(text)} for ${isNote ? `a part of note ${note.number}` : 'text'}, though it could be ${isNote ? 'text' : `a part of note ${note.number}`}`,
      'look where the page ends in the original',
    ),
  })
  const pending = lastText !== undefined && !isFinished(lastText.text)
  const isPage = lastText !== undefined && !looksLikeHeading(lastText.text) && pending
  if (isPage && !endsInColon(lastText.text) && startsLow(text)) {
    return isOpen(noteEnd) ? guess(false) : { isOfNote: false }
  }
  const following = paragraphs.slice(index + 1, index + 40).filter((one) => one.sheet === sheet)
  const untilNote = following.findIndex((one) => one.note !== undefined)
  const before = untilNote < 0 ? following : following.slice(0, untilNote)
  if (startsLow(text)) return { isOfNote: true }
  if (before.some((one) => hasCall(one.text))) {
    return looksLikeHeading(text) || isFinished(noteEnd) ? guess(false) : guess(true)
  }
  if (looksLikeHeading(text) && before[0] !== undefined) return guess(false)
  if (untilNote >= 0) return { isOfNote: true }
  // A page end comes later.
  if (paragraphs.at(-1)?.sheet !== sheet) return { isOfNote: true }
  // At the end of the file: a long paragraph, or one of many, is the last page's text.
  return guess(text.length < 200 && !before.some((one) => looksLikeHeading(one.text)))
}

/**
 * Gives a note that runs over a page end its rest, which stands below the next page's text: before
 * the first new note, or last on the page.
 */
function restoreRests(pages: readonly Page[]): readonly Remark[] {
  const remarks: Remark[] = []
  pages.forEach((page, at) => {
    const note = page.notes.at(-1)
    const next = pages[at + 1]
    const rest = next?.text.at(-1)
    const end = note?.paragraphs.at(-1)?.text
    if (note === undefined || next === undefined || rest === undefined || end === undefined) return
    if (isFinished(end) || hasCall(rest.text) || rest.marker) return
    const above = next.text.at(-2) ?? page.text.at(-1)
    const goesOn = startsLow(rest.text)
    // The only text of a page, or what goes on with a list or sentence above, stays where it is.
    if (next.text.length < 2 && (above === undefined || !isFinished(above.text))) return
    if (above !== undefined && !isFinished(above.text) && !isOpen(end)) return
    if (!goesOn && !(isOpen(end) && next.text.length > 1 && next.notes.length > 0)) return
    if (looksLikeHeading(rest.text) && !isOpen(end)) return
    next.text.pop()
    note.paragraphs.push(rest)
    const where = `joined ${quote(rest.text)} to note ${note.number}, which a page end cuts`
    const sure = goesOn && above !== undefined && isFinished(above.text)
    remarks.push(
      sure ? joined(rest.lines, where) : doubted(rest.lines, where, 'see whether it is text'),
    )
  })
  return remarks
}
