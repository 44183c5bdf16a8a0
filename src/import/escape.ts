/**
 * Text to Markdown that prints as the text stands (CommonMark 2.4, 6; GFM 6.5; the format's own
 * `@sec-x`, `[^x]` and `{…}`). `*…*` and an escape that the text already has stay what they are.
 */

import { readAddresses } from './addresses.ts'
import { MARKED } from './superscript.ts'

/** Escapes what Markdown would read inside a line; marked calls become `[^568]`. */
export function escapeInline(text: string): string {
  const stretches = readAddresses(text)
  let inline = ''
  const addresses: string[] = []
  for (const stretch of stretches) {
    if (stretch.type === 'text') inline += stretch.text
    else {
      // A noncharacter holds the place, so that emphasis can reach across an address.
      inline += '\uFDD2'
      addresses.push(stretch.text)
    }
  }
  let at = 0
  return escapeText(inline)
    .replace(MARKED, '[^$1]')
    .replace(/\uFDD2/g, () => `<${addresses[at++] ?? ''}>`)
}

function escapeText(text: string): string {
  const stars = starsOfEmphasis(text)
  return text.replace(/\\[!-/:-@[-`{-~]|[*_[`~<&@{]/g, (found, at: number) => {
    if (found.length > 1) return found
    const before = text[at - 1] ?? ' '
    const after = text.slice(at + 1, at + 40)
    switch (found) {
      case '*':
        return stars.has(at) ? '*' : '\\*'
      case '_':
        return isWord(before) && isWord(after) ? '_' : '\\_'
      case '<':
        return /^[\p{L}/!?]/u.test(after) ? '\\<' : '<'
      case '&':
        return /^#?\w{1,32};/.test(after) ? '\\&' : '&'
      case '@':
        return !isWord(before) && /^[\p{L}]/u.test(after) ? '\\@' : '@'
      default:
        return `\\${found}`
    }
  })
}

const isWord = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text)

/** Where the stars stand that open and close emphasis: at a word's outer ends, in pairs. */
function starsOfEmphasis(text: string): ReadonlySet<number> {
  const stars = new Set<number>()
  const runs = [...text.matchAll(/(?<!\\)\*{1,3}/g)].filter((run) => {
    const end = run.index + run[0].length
    return text[end] !== '*' && text[run.index - 1] !== '*'
  })
  for (let index = 0; index + 1 < runs.length; index += 1) {
    const open = runs[index]
    const close = runs[index + 1]
    if (open === undefined || close === undefined || open[0] !== close[0]) continue
    const start = open.index + open[0].length
    if (!opens(text, open.index, start)) continue
    if (!closes(text, close.index, close.index + close[0].length)) continue
    for (let at = open.index; at < start; at += 1) stars.add(at)
    for (let at = 0; at < close[0].length; at += 1) stars.add(close.index + at)
    index += 1
  }
  return stars
}

// Stricter than CommonMark 6.2: `2*3*4` has no emphasis.
const opens = (text: string, from: number, to: number): boolean =>
  /^[^\s\p{P}]|^[“"«('‘[¿¡]/u.test(text.slice(to, to + 2)) && !isWord(text.slice(0, from).slice(-1))
    ? isSpaceOrOpening(text[from - 1]) || isLetterLike(text[to])
    : false

const closes = (text: string, from: number, to: number): boolean =>
  /[^\s]$/u.test(text.slice(0, from)) &&
  !isWord(text.slice(to, to + 2)) &&
  (isLetterLike(text[from - 1]) || /^(?:$|[\s\p{P}\uFDD0])/u.test(text.slice(to, to + 2)))

const isSpaceOrOpening = (character: string | undefined): boolean =>
  character === undefined || /[\s\p{P}]/u.test(character)
const isLetterLike = (character: string | undefined): boolean =>
  character !== undefined && /[^\s\p{P}]/u.test(character)

/** Escapes what Markdown would read at the beginning of a paragraph, after `escapeInline`. */
export function escapeStart(text: string): string {
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|(?:-\s*){3,}$|:\s|=+$)/.test(text)) return `\\${text}`
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
