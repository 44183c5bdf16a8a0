import type { Line } from './lines.ts'
import type { Part } from './parts.ts'
import { doubted, quote, type Remarked } from './report.ts'
import { isFinished } from './sentence.ts'

// Words that a sentence opens with and that no name has inside it in capitals.
const OPENERS = new Set(
  `A According After All Also Although Among An And Another As At Because Before Beyond But By
  Consequently Currently Despite During Each Every Few Finally First For From Further Furthermore
  Given Hence How However If In Indeed Instead It Its Many Meanwhile Moreover Most Nevertheless
  Nonetheless Not Notably On Once One Only Other Others Our Over Overall Recently Similarly Since So
  Some Still Subsequently Such That The Their Then There Therefore These They This Those Though
  Through Thus To Today Together Two Under Unlike Until We What When Where Whereas Whether Which
  While With Within Without Yet`.split(/\s+/),
)

// Words that leave the name before them unfinished.
const LINKS = /^(?:a|an|and|at|by|de|for|from|in|of|on|or|the|to|with|&)$/

/**
 * Parts a list that lost its bullets from the paragraph that it is glued to: a series of names,
 * after a colon and a page end, that runs into a sentence without a stop.
 *
 *     Old Mint, New Mill, Park of Trades Despite this, …
 *     └ item ┘  └ item ┘  └─── item ────┘└ paragraph
 *
 * Comes back with nothing where the text begins a sentence at once; with the text whole, and a
 * doubt, where it could hold a list but shows no place to part it.
 */
export function splitLostList(
  text: string,
  lines: readonly Line[],
): Remarked<readonly Part[]> | undefined {
  const words = [...text.matchAll(/\S+/g)]
  if (OPENERS.has(words[0]?.[0] ?? '')) return undefined
  const at = boundaryOf(words.map((word) => word[0]))
  const boundary = words[at ?? -1]
  const list = text.slice(0, boundary?.index ?? 0).trim()
  const items = list.split(/[,;]\s+/).map((item) => item.replace(/[,;]$/, ''))
  const named = items.every((item) => /^(?:and |or )?["“«]?[\p{Lu}\p{N}]/u.test(item))
  if (boundary === undefined || !named) {
    return {
      value: [{ type: 'paragraph', lines, text }],
      remarks: [
        doubted(
          lines,
          'the paragraph before ends in a colon, but no list follows',
          'see in the original whether a list has lost its bullets',
        ),
      ],
    }
  }
  const rest = text.slice(boundary.index)
  const last = items.at(-1) ?? ''
  const parts = items.map((item): Part => ({
    type: 'item',
    lines,
    text: item,
    marker: '-',
    depth: 0,
  }))
  const separators = items.length > 1 ? ', without the commas between them' : ''
  return {
    value: [...parts, { type: 'paragraph', lines, text: rest }],
    remarks: [
      doubted(
        lines,
        `parted ${items.length} items of a list without bullets from the paragraph glued to it${separators}`,
        `see that the list ends at ${quote(last)} and the paragraph begins at ${quote(rest.split(' ').slice(0, 3).join(' '))}`,
      ),
    ],
  }
}

/** The index of the word that opens a sentence though none has ended before it. */
function boundaryOf(words: readonly string[]): number | undefined {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    if (before === undefined) continue
    if (isFinished(before) && !/^\p{Lu}\.$/u.test(before)) return undefined
    const whole = /[\p{L}\p{N})"”’»]$/u.test(before) && !LINKS.test(before)
    if (whole && OPENERS.has(word.replace(/,$/, ''))) return index
  }
  return undefined
}
