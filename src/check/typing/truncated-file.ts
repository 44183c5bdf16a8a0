import type { Damage, Finder } from '../damage.ts'
import { keyOf, numberOf, type Ground } from '../ground.ts'
import { openAtEnd } from './cut-open.ts'

/**
 * A chapter that ends in the middle of a call, of a note's address, of what a bracket or a mark opens, or of a note. Where nothing is cut
 * visibly, a missing last line end and notes that lack their text at the end tell it.
 */
export const truncatedFile: Finder = (ground) => {
  const end = ground.text.trimEnd().length
  const cut =
    cutCall(ground, end) ?? cutAddress(ground, end) ?? cutOpen(ground, end) ?? cutNote(ground, end)
  if (cut === undefined) return []
  const lost = lostTexts(ground)
  const damage: Damage = {
    rule: 'truncated-file',
    start: cut.start,
    end,
    message: cut.message,
    help: 'take the end of the chapter from an earlier copy',
    heals: lost.map((label) => ({ what: 'definition' as const, label, offset: end })),
  }
  return [damage]
}

interface Cut {
  readonly start: number
  readonly message: string
}

function cutCall({ masked, text }: Ground, end: number): Cut | undefined {
  const tail = masked.slice(Math.max(0, end - 80), end)
  const open = /\[(?:\^[^\s[\]]*)?$/.exec(tail)?.[0]
  if (open === undefined) return undefined
  const start = end - open.length
  const message = `the chapter ends in the middle of the call \`${text.slice(start, end)}\``
  return { start, message }
}

function cutAddress({ text, masked, chapter }: Ground, end: number): Cut | undefined {
  const last = chapter.written.definitions.at(-1)
  if (last === undefined || last.position.end.offset < end) return undefined
  const open = text.lastIndexOf('<', end - 1)
  if (open < last.position.start.offset) return undefined
  const rest = text.slice(open, end)
  // A short cut, `<htt`, counts only where the last line has no end.
  const isAddress = /^<(?:https?:\/\/|www\.|mailto:)[^\s<>]*$/i.test(rest)
  const isStub = !text.endsWith('\n') && /^<[a-z]*:?\/?$/i.test(rest) && masked[open] !== '\0'
  if (!isAddress && !isStub) return undefined
  return {
    start: open,
    message: `the chapter ends in the middle of the address \`${shorten(rest)}\``,
  }
}

function cutOpen(ground: Ground, end: number): Cut | undefined {
  const open = openAtEnd(ground, end)
  if (open === undefined) return undefined
  const { start, what } = open
  const spelled = shorten(ground.text.slice(start, end).replace(/\s+/gu, ' '))
  return { start, message: `the chapter ends in the middle of ${what}: \`${spelled}\`` }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** No line end at the end, and what should follow is missing. */
function cutNote(ground: Ground, end: number): Cut | undefined {
  const { text, chapter } = ground
  if (text.endsWith('\n') || end === 0) return undefined
  const last = chapter.written.definitions.at(-1)
  const lastLine = text.lastIndexOf('\n', end - 1) + 1
  if (last !== undefined && last.empty && last.position.end.offset >= end)
    return {
      start: last.position.start.offset,
      message: `the chapter ends before the text of note \`[^${last.label}]\``,
    }
  // A full stop, a closing bracket or quotation mark, or the end of an address ends a text.
  if (/[.!?…)\]>}”’"'»`*_:|]$/.test(text.slice(lastLine, end))) return undefined
  if (lostTexts(ground).length === 0 && !missesPromise(ground)) return undefined
  const start = Math.max(lastLine, end - 20)
  const inNote = last !== undefined && last.position.end.offset >= end
  return {
    start,
    message: `the chapter ends in the middle of ${inNote ? `note \`[^${last.label}]\`` : 'a sentence'}`,
  }
}

/** Notes at the end of the chapter that are called and have no text, while all before them have one. */
function lostTexts(ground: Ground): string[] {
  const labels = [...new Map(ground.spelled.map(({ label }) => [keyOf(label), label])).values()]
  let at = labels.length
  while (at > 0 && !ground.isDefined(labels[at - 1] ?? '')) at--
  return labels.slice(at)
}

function missesPromise({ chapter, spelled }: Ground): boolean {
  const last = spelled
    .map(({ label }) => numberOf(label))
    .findLast((number) => number !== undefined)
  return chapter.contract !== undefined && last !== undefined && last < chapter.contract.last
}
