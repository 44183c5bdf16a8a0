import type { Damage, Finder } from '../damage.ts'
import { isEscaped, type Ground } from '../ground.ts'

// Behind a word or the mark of a sentence, and before words: no power, `x^[2]`, and no class of characters.
const opened =
  /(?<=\p{L}{2}[.,;:!?”’"'»)*_]{0,4}|[.!?”’"'»)]\s?)\^([ \t]{0,4})\[(?=[\p{L}\p{N}*_“"„«‘(<\0])(?!\p{N}{1,9}[\],;])/gu

/** Longer notes are not looked through for their close. */
const farthest = 4000
/** A flood of them is told by its first ones, so that it stays linear. */
const most = 200

/** `^[Roe, *X*. It goes on.` without a close, and `^ [Roe, *X*.]`: no notes in their place. */
export const inlineNoteSlips: Finder = (ground) => {
  const { masked, chapter } = ground
  if (!/\^[ \t]{0,4}\[/.test(masked)) return []
  const sound = new Set(
    chapter.written.calls.flatMap(({ inline, position }) =>
      inline ? [position.start.offset] : [],
    ),
  )
  const found = [...masked.matchAll(opened)].filter(({ index }) => !sound.has(index)).slice(0, most)
  return found.flatMap(({ index, 0: whole, 1: gap = '' }): Damage[] => {
    if (isEscaped(masked, index)) return []
    const bracket = index + whole.length - 1
    const { end, words } = closeOf(ground, bracket)
    // One word is a class of characters, a unit or a key.
    if (!words) return []
    if (gap === '') return end === undefined ? [unclosed(ground, index, bracket)] : []
    if (end === undefined || /[([{:]/.test(masked[end] ?? '')) return []
    return [spaced(ground, index, bracket)]
  })
}

/** Behind the bracket that closes, in the same block; whether what stands between is more than one word. */
function closeOf(
  { masked }: Ground,
  bracket: number,
): { readonly end: number | undefined; readonly words: boolean } {
  const rest = masked.slice(bracket, bracket + farthest)
  const block = rest.slice(0, /\n[ \t>]*\n|\n[ \t]*\||\|/u.exec(rest)?.index ?? rest.length)
  let depth = 0
  for (const { 0: mark, index } of block.matchAll(/[[\]]/g)) {
    if (isEscaped(masked, bracket + index)) continue
    depth += mark === '[' ? 1 : -1
    if (depth === 0)
      return { end: bracket + index + 1, words: /\S\s+\S/u.test(block.slice(0, index)) }
  }
  return { end: undefined, words: /\S\s+\S/u.test(block) }
}

function unclosed(ground: Ground, start: number, bracket: number): Damage {
  const word = /^\[[^\s[\]|\0]{0,40}/u.exec(ground.masked.slice(bracket, bracket + 42))?.[0] ?? '['
  const end = bracket + word.length
  return {
    rule: 'unclosed-footnote',
    start,
    end,
    message: `the note that begins in its place with \`${ground.text.slice(start, end)}\` is not closed`,
    help: 'write `]` where the text of the note ends',
    heals: [{ what: 'call', label: `^${start}`, offset: start }],
  }
}

function spaced(ground: Ground, start: number, bracket: number): Damage {
  return {
    rule: 'space-in-footnote',
    start,
    end: bracket + 1,
    message: `a space parts the caret from the bracket of a note in its place: \`${ground.text.slice(start, bracket + 1)}\``,
    help: 'write `^[` before the text of the note',
    fix: [{ start: start + 1, end: bracket, text: '' }],
    heals: [{ what: 'call', label: `^${start}`, offset: start }],
  }
}
