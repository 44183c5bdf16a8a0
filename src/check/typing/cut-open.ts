import { isEscaped, type Ground } from '../ground.ts'

/** Something that a text opens and that its last block does not close. */
export interface OpenAtEnd {
  readonly start: number
  readonly what: string
}

/** Longer blocks are looked at from here on. */
const farthest = 4000
/** Line that begins a block of its own, though no blank line stands above. */
const head = /^[ \t>]*(?:$|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^[^\s\]]{1,80}\]:|#{1,6}[ \t]|\|)/u
const sentenceEnd = /[.!?…:|。！？][”’"'»)\]*_]{0,8}$/u

/**
 * What is left open where a file has no last line end: a link, a bracket, a quotation, an emphasis.
 * Each must begin as such a thing does; a text that ends with the mark of a sentence is whole.
 */
export function openAtEnd(ground: Ground, end: number): OpenAtEnd | undefined {
  const { text, masked } = ground
  if (text.endsWith('\n') || sentenceEnd.test(text.slice(Math.max(0, end - 12), end)))
    return undefined
  const from = lastBlock(masked, end)
  const block = masked.slice(from, end)
  if (block.startsWith('|')) return undefined
  const found = [
    link(text.slice(from, end), block),
    bracket(block, from, masked),
    emphasis(block, from, ground),
    quotation(block),
  ].flatMap((each) => (each === undefined ? [] : [each]))
  // What was opened first is what the end is missing from.
  const [first] = found.toSorted((a, b) => a.start - b.start)
  return first === undefined ? undefined : { ...first, start: from + first.start }
}

/** Offset of the block in which a text ends, behind the label of a note. */
function lastBlock(masked: string, end: number): number {
  const least = Math.max(0, end - farthest)
  let lineEnd = end
  for (;;) {
    const lineStart = masked.lastIndexOf('\n', lineEnd - 1) + 1
    if (lineStart <= least) return least
    const lead = head.exec(masked.slice(lineStart, Math.min(lineEnd, lineStart + 120)))?.[0]
    if (lead?.trimEnd() === '|') return lineStart
    if (lead !== undefined) return lineStart + lead.length
    lineEnd = lineStart - 1
  }
}

/** `[Other](https://www.exam`. */
function link(block: string, masked: string): OpenAtEnd | undefined {
  const destination = block.lastIndexOf('](')
  if (destination === -1 || masked[destination] === '\0') return undefined
  if (!/^<?[^\s()<>]{3,2000}$/u.test(block.slice(destination + 2))) return undefined
  const start = block.lastIndexOf('[', destination - 1)
  return start === -1 ? undefined : { start, what: 'a link' }
}

/** `(Leiden: Bri`, `[Other Mat`. */
function bracket(block: string, from: number, masked: string): OpenAtEnd | undefined {
  const open: number[] = []
  for (const { 0: mark, index } of block.matchAll(/[()[\]]/g)) {
    if (isEscaped(masked, from + index)) continue
    if (mark === ')' || mark === ']') open.pop()
    else open.push(index)
  }
  const start = open.find((index) => begins(block, index, 1))
  return start === undefined
    ? undefined
    : { start, what: block[start] === '(' ? 'a parenthesis' : 'a bracket' }
}

/** `“Other Mat`: the last mark of quotation opens. */
function quotation(block: string): OpenAtEnd | undefined {
  const last = [...block.matchAll(/["“”„«»]/g)].at(-1)
  if (last === undefined || last[0] === '”' || !begins(block, last.index, 1)) return undefined
  return { start: last.index, what: 'a quotation' }
}

/** `*Other Mat`; a star at the head of a line of the text may be a note to a table. */
function emphasis(block: string, from: number, { masked, inNote }: Ground): OpenAtEnd | undefined {
  const open: number[] = []
  for (const { 0: run, index } of block.matchAll(/\*{1,3}|_{1,3}/g)) {
    if (isEscaped(masked, from + index)) continue
    if (begins(block, index, run.length)) open.push(index)
    else if (/\S/u.test(block[index - 1] ?? ' ')) open.pop()
  }
  const [start] = open
  if (start === undefined) return undefined
  const isHead = /(?:^|\n)[ \t>]*$/u.test(block.slice(Math.max(0, start - 40), start))
  return isHead && !inNote(from + start) ? undefined : { start, what: 'an emphasis' }
}

/** Nothing, a blank or a mark that opens stands before it, and a letter, a figure or a mark that opens behind. */
const begins = (block: string, index: number, length: number): boolean =>
  /^$|[\s([“„«‘"*_—–]/u.test(block.charAt(index - 1)) &&
  /[\p{L}\p{N}([“„«‘"*_\0]/u.test(block.charAt(index + length))
