/**
 * In: the text in one flow.
 * Out: its parts: headings, paragraphs, items, quotations.
 * Never: makes a heading of what goes on with a sentence.
 */

import type { FlowParagraph } from './join-pages.ts'
import type { Line } from './lines.ts'
import { splitLostList } from './lost-list.ts'
import { doubted, quote, type Remark, type Remarked } from './report.ts'
import { endsInColon, looksLikeHeading, startsLow } from './sentence.ts'
import { unmarkCalls } from './superscript.ts'

/** A block of the chapter to be written. */
export interface Part {
  readonly type: 'heading' | 'paragraph' | 'item' | 'quotation'
  readonly lines: readonly Line[]
  /** Calls marked, not yet escaped. */
  readonly text: string
  /** Of a heading: 2 to 4. Of an item: 0 for the outer list. */
  readonly depth?: number
  /** Of an item: its marker in Markdown, `-` or `3.`. */
  readonly marker?: string
}

export function readParts(flow: readonly FlowParagraph[]): Remarked<readonly Part[]> {
  const remarks: Remark[] = []
  const parts: Part[] = []
  const bullets: string[] = []
  // The first heading is the title.
  let depth = 0
  for (let at = 0; at < flow.length; at += 1) {
    const one = flow[at]
    if (one === undefined) continue
    const { text, lines, marker } = one
    const before = parts.at(-1)
    const after = flow[at + 1]
    if (marker?.type !== 'bullet') bullets.length = 0
    if (marker?.type === 'bullet' && text !== '' && isItem(one, flow[at - 1], after)) {
      // Only a lighter bullet opens a list inside a list.
      if (!bullets.includes(marker.text) && !/[-–—◦·]/u.test(marker.text)) bullets.length = 0
      if (!bullets.includes(marker.text)) bullets.push(marker.text)
      const level = bullets.indexOf(marker.text)
      bullets.length = level + 1
      parts.push({ type: 'item', lines, text, marker: '-', depth: level })
    } else if (marker?.type === 'ordered' && isNumbered(one, flow[at - 1], after)) {
      parts.push({ type: 'item', lines, text, marker: marker.text, depth: 0 })
    } else if (marker?.type === 'quote') {
      parts.push({ type: 'quotation', lines, text })
      if (marker.text === '') {
        const message = `took ${quote(text)} for a quotation, because it is set in`
        remarks.push(doubted(lines, message, 'write it without `>` if it is a paragraph'))
      }
    } else {
      const whole = marker ? `${marker.text} ${text}`.trim() : text
      const colon = before?.type === 'paragraph' && endsInColon(before.text)
      const bare = colon ? bareItems(flow, at) : 0
      const lost =
        colon && one.turned && !startsLow(whole) ? splitLostList(whole, lines) : undefined
      if (bare > 0) {
        const items = flow.slice(at, at + bare)
        const found = items.map((item) => item.text)
        for (const item of items) {
          parts.push({ type: 'item', lines: item.lines, text: item.text, marker: '-', depth: 0 })
        }
        remarks.push(
          doubted(
            items.flatMap((item) => item.lines),
            `took ${bare} short lines after a colon for a list without bullets, ${quote(found[0] ?? '')} to ${quote(found.at(-1) ?? '')}`,
            'see where the list ends, and which line is a heading',
          ),
        )
        at += bare - 1
      } else if (lost !== undefined) {
        parts.push(...lost.value)
        remarks.push(...lost.remarks)
      } else if (after !== undefined && isHeading(whole, after)) {
        const level = Math.min(depthOf(whole), Math.max(depth, 1) + 1)
        depth = parts.length === 0 ? 1 : level
        parts.push({ type: 'heading', lines, text: whole, depth: level })
      } else {
        parts.push({ type: 'paragraph', lines, text: whole })
        if (after === undefined && looksLikeHeading(whole)) {
          const message = `took ${quote(unmarkCalls(whole))} for a paragraph: a heading has text after it`
          remarks.push(doubted(lines, message, 'see what it is in the original'))
        }
      }
    }
  }
  return { value: parts, remarks }
}

const isHeading = (text: string, after: FlowParagraph): boolean =>
  looksLikeHeading(text) && !(after.marker === undefined && startsLow(after.text))

/** `3.2 Findings` is a heading below `3 Method`. */
function depthOf(text: string): number {
  const number = /^\d+(?:\.\d+){0,2}(?=\.?\s)/.exec(text)?.[0]
  return 2 + (number?.split('.').length ?? 1) - 1
}

/** A dash before a single paragraph is a dash; other bullets need no neighbour. */
function isItem(
  one: FlowParagraph,
  before: FlowParagraph | undefined,
  after: FlowParagraph | undefined,
): boolean {
  if (!/[–—]/u.test(one.marker?.text ?? '')) return true
  const same = [before, after].some((near) => near?.marker?.text === one.marker?.text)
  return same || (before !== undefined && endsInColon(before.text))
}

/** A number begins an item only where the number before or after it does so too. */
function isNumbered(
  one: FlowParagraph,
  before: FlowParagraph | undefined,
  after: FlowParagraph | undefined,
): boolean {
  const number = one.marker?.number ?? 0
  return before?.marker?.number === number - 1 || after?.marker?.number === number + 1
}

/** How many short paragraphs after a colon are items: all but the last, which is the next part's heading, if text follows. */
function bareItems(flow: readonly FlowParagraph[], at: number): number {
  let count = 0
  for (let one = flow[at]; one !== undefined; one = flow[at + count]) {
    if (one.marker !== undefined || !(looksLikeHeading(one.text) || isLowItem(one.text))) break
    count += 1
  }
  const last = flow[at + count - 1]
  const next = flow[at + count]
  if (last !== undefined && next !== undefined && looksLikeHeading(last.text)) count -= 1
  return count
}

const isLowItem = (text: string): boolean => text.length <= 100 && /^\p{Ll}.*[\p{L};,]$/u.test(text)
