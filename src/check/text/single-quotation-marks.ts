import type { WrittenProse } from '../../model/written.ts'
import { after, before } from './characters.ts'
import type { Unpaired } from './flow.ts'

/** Words that lost their head, and years: ‘ before them is a slip of the keyboard, no quotation. */
const elided = /^(?:\d\ds?|tis|twas|twere|em|til|cause|bout|n|neath|gainst)(?![\p{L}\p{N}])/iu

/** Places in a block where ‘ stands before a word as if it opened a quotation. */
function openings({ text }: WrittenProse): number[] {
  return [...text.matchAll(/‘/g)]
    .map(({ index }) => index)
    .filter(
      (index) =>
        /^$|[\s([{—–“"«/]/.test(before(text, index)) &&
        /[\p{L}\p{N}“"(\uFFFC…]/u.test(after(text, index + 1)) &&
        !elided.test(text.slice(index + 1, index + 12)),
    )
}

/** The last ’ of a block that may close: nothing of a word after it. An apostrophe after a plural looks the same. */
function lastClosing(text: string): number {
  for (
    let at = text.lastIndexOf('’');
    at !== -1;
    at = at === 0 ? -1 : text.lastIndexOf('’', at - 1)
  )
    if (!/[\p{L}\p{N}]/u.test(after(text, at + 1)) && /\S/.test(before(text, at))) return at
  return -1
}

/**
 * Whether a chapter quotes with ‘…’ at all: several such quotations, nearly all of them closed, and
 * no ‘ within a word, where it is a letter of a transcription (Hawai‘i, ‘Ali).
 */
export function readsSingles(prose: readonly WrittenProse[]): boolean {
  let open = 0
  let closed = 0
  for (const block of prose) {
    if (!block.text.includes('‘')) continue
    if (/[\p{L}]‘[\p{L}]/u.test(block.text) || /[‚„]/.test(block.text)) return false
    const last = lastClosing(block.text)
    for (const index of openings(block)) {
      open++
      if (index < last) closed++
    }
  }
  return open >= 4 && closed >= 0.75 * open
}

/** Marks ‘ after which nothing in the block can close them. */
export function unclosedSingles(block: WrittenProse): Unpaired[] {
  if (!block.text.includes('‘')) return []
  const last = lastClosing(block.text)
  return openings(block)
    .filter((index) => index > last)
    .map((index) => ({ mark: '‘', at: block.position.start.offset + index, opens: true }))
}
