import type { Nodes, PhrasingContent } from 'mdast'
import { plainText } from './plain-text.ts'
import type { WrittenLanguage } from './written.ts'

/** Stands in a passage for marks of Markdown and calls of notes: what it parts is one text to a reader. */
export const MARK = '\0'
/** Stands in a passage for what is printed and is no prose: code, addresses, cross-references. */
export const OBJECT = '\uFFFC'

/** The text of a block as a reader gets it, each character at its place in the source. */
export interface Passage {
  /**
   * As long as the source of the block. Escapes and character references are undone, at the place
   * of the character that is meant; the marks of quotations and the indentation of lines are blanks.
   */
  readonly text: string
  readonly languages: readonly WrittenLanguage[]
}

/** Reads the inlines of a block whose source is `source.slice(start, end)`. */
export function passageOf(
  nodes: readonly PhrasingContent[],
  source: string,
  start: number,
  end: number,
): Passage {
  const parts: string[] = []
  const languages: WrittenLanguage[] = []
  let at = start
  const fill = (to: number, filler: string): void => {
    if (to > at) parts.push(source.slice(at, to).replace(/[^\n]/g, filler))
    at = Math.max(at, to)
  }
  const visit = (node: Nodes): void => {
    const from = node.position?.start.offset ?? at
    const to = node.position?.end.offset ?? from
    fill(from, MARK)
    switch (node.type) {
      case 'text':
        parts.push(readText(source.slice(from, to), node.value))
        at = to
        return
      case 'break':
        return fill(to, ' ')
      case 'inlineCode':
      case 'crossReference':
      case 'image':
      case 'imageReference':
      case 'figure':
        return fill(to, OBJECT)
      case 'link':
        if (isBare(node)) return fill(to, OBJECT)
        break
      case 'inlineNote':
        fill(Math.min(to, from + 2), OBJECT)
        break
      case 'languageSpan':
        languages.push({ start: from, end: to, language: node.language })
        break
      default:
        break
    }
    if ('children' in node) for (const child of node.children) visit(child)
    fill(to, node.type === 'inlineNote' ? OBJECT : MARK)
  }
  for (const node of nodes) visit(node)
  fill(end, MARK)
  return { text: parts.join(''), languages }
}

/** A link whose text is an address, not words. */
function isBare(node: Extract<Nodes, { type: 'link' }>): boolean {
  const text = plainText(node.children).trim()
  return node.url.endsWith(text) || /^(?:https?:\/\/|www\.)\S+$/iu.test(text)
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy

/**
 * A text node's source with each character of its value where it was written. The two differ by
 * escapes and character references (CommonMark 2.4, 2.5), by what is stripped of lines (4.8), and by
 * what this format takes off the ends of a block.
 */
function readText(source: string, value: string): string {
  if (value.length === source.length) return value
  let out = ''
  let next = 0
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at)
    if (character === '&') {
      reference.lastIndex = at
      const written = reference.exec(source)?.[0]
      if (written !== undefined && !value.startsWith(written, next)) {
        const meant = String.fromCodePoint(value.codePointAt(next) ?? 0)
        out += meant.padEnd(written.length, MARK)
        next += meant.length
        at += written.length - 1
        continue
      }
    }
    if (character === value[next]) {
      out += character
      next++
    } else if (character === '\n') out += '\n'
    else out += character === ' ' || character === '\t' || character === '>' ? ' ' : MARK
  }
  return out
}
