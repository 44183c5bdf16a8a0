import { isBlank } from './cursor.ts'
import { labelEnd } from './starts.ts'

/** CommonMark 6.3: the destination and title of a link, 4.7: of a link reference definition. */

interface Destination {
  readonly start: number
  readonly end: number
  /** After the closing bracket. */
  readonly after: number
}

// As many nested parentheses as micromark reads.
const deepest = 32

/** `(destination "title")` at `at`; absence means that none stands there. */
export function destinationAfter(content: string, at: number): Destination | undefined {
  if (content[at] !== '(') return undefined
  const start = skipSpace(content, at + 1)
  const end = destinationEnd(content, start)
  if (end === undefined) return undefined
  let close = skipSpace(content, end)
  if (close > end) close = skipSpace(content, titleEnd(content, close) ?? close)
  return content[close] === ')' ? { start, end, after: close + 1 } : undefined
}

/** `[label]: destination "title"` at the head of a line; labels that a note can have are left to the notes. */
export function linkDefinition(
  content: string,
  at: number,
):
  | { readonly destination: { readonly start: number; readonly end: number }; readonly end: number }
  | undefined {
  if (content[at + 1] === '^' && labelEnd(content, at + 2) !== undefined) return undefined
  const label = /\[(?=[ \t\n]*[^ \t\n\]])(?:[^[\]\\]|\\.){1,999}\]:/sy
  label.lastIndex = at
  if (!label.test(content)) return undefined
  const start = skipSpace(content, label.lastIndex)
  const end = destinationEnd(content, start)
  if (end === undefined || end === start) return undefined
  const title = skipSpace(content, end)
  const titled = title > end ? titleEnd(content, title) : undefined
  for (const last of titled === undefined ? [end] : [titled, end]) {
    const lineEnd = content.indexOf('\n', last)
    const stop = lineEnd === -1 ? content.length : lineEnd
    if (isBlank(content.slice(last, stop)))
      return { destination: { start, end }, end: lineEnd === -1 ? stop : stop + 1 }
  }
  return undefined
}

function skipSpace(content: string, from: number): number {
  let at = from
  while (at < content.length && ' \t\n'.includes(content[at] ?? '')) at++
  return at
}

function destinationEnd(content: string, start: number): number | undefined {
  if (content[start] === '<') {
    for (let at = start + 1; at < content.length; at++) {
      const character = content[at]
      if (character === '>') return at + 1
      if (character === '<' || character === '\n') return undefined
      if (character === '\\') at++
    }
    return undefined
  }
  let depth = 0
  let at = start
  for (; at < content.length; at++) {
    const code = content.charCodeAt(at)
    if (code <= 32 || code === 127) break
    if (code === 92 && at + 1 < content.length && content.charCodeAt(at + 1) > 32) at++
    else if (code === 40 && ++depth > deepest) return undefined
    else if (code === 41 && depth-- === 0) break
  }
  return depth > 0 ? undefined : at
}

function titleEnd(content: string, start: number): number | undefined {
  const open = content[start]
  const close = open === '(' ? ')' : open
  if (open !== '"' && open !== "'" && open !== '(') return undefined
  for (let at = start + 1; at < content.length; at++) {
    const character = content[at]
    if (character === close) return at + 1
    if (character === open) return undefined
    if (character === '\\') at++
  }
  return undefined
}
