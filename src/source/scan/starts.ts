import { isBlank } from './cursor.ts'

/** What a line can begin with, by the sections of CommonMark 0.31.2. `rest` is the line from its first character. */

/** 4.5: an opening fence; the info string of backticks holds none. */
export function fenceStart(
  rest: string,
): { readonly mark: string; readonly count: number } | undefined {
  const mark = rest[0]
  if (mark !== '`' && mark !== '~') return undefined
  let count = 0
  while (rest[count] === mark) count++
  if (count < 3) return undefined
  if (mark === '`' && rest.includes('`', count)) return undefined
  return { mark, count }
}

/** 4.5: at least as many marks as opened it, and nothing after them. */
export function closesFence(rest: string, mark: string, count: number): boolean {
  let at = 0
  while (rest[at] === mark) at++
  return at >= count && isBlank(rest.slice(at))
}

/** 4.2: one to six number signs and white space. */
export const isAtxHeading = (rest: string): boolean => /^#{1,6}(?:[ \t]|$)/.test(rest)

/** 4.3: the underline of a setext heading. */
export const isSetextUnderline = (rest: string): boolean => /^(?:=+|-+)[ \t]*$/.test(rest)

/** 4.1: three or more of one mark, white space between them. */
export function isThematicBreak(rest: string): boolean {
  const mark = rest[0]
  if (mark !== '*' && mark !== '-' && mark !== '_') return false
  let count = 0
  for (const character of rest) {
    if (character === mark) count++
    else if (character !== ' ' && character !== '\t') return false
  }
  return count >= 3
}

/** 5.2: a bullet or a number; `length` without the white space after it. */
export function listMarker(
  rest: string,
): { readonly length: number; readonly interrupts: boolean } | undefined {
  const match = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(rest)
  if (match === null) return undefined
  const empty = isBlank(rest.slice(match[0].length))
  const number = match[1]
  return {
    length: match[0].length,
    interrupts: !empty && (number === undefined || Number(number) === 1),
  }
}

/** GFM footnotes: `[^label]:`; its length. No white space and no bracket in the label, 999 characters at most. */
export function noteStart(rest: string): number | undefined {
  if (!rest.startsWith('[^')) return undefined
  const close = labelEnd(rest, 2)
  return close !== undefined && rest[close + 1] === ':' ? close + 2 : undefined
}

/** Index of the `]` that ends a label which starts at `from`; absence means that it is none. */
export function labelEnd(text: string, from: number): number | undefined {
  const limit = Math.min(text.length, from + 1000)
  for (let at = from; at < limit; at++) {
    const character = text[at]
    if (character === ']') return at === from ? undefined : at
    if (character === '[' || character === ' ' || character === '\t' || character === '\n')
      return undefined
    if (character === '\\' && /[[\\\]]/.test(text[at + 1] ?? '')) at++
  }
  return undefined
}

/** Labels match without regard to case (CommonMark 6.3, as micromark folds them). */
export const foldLabel = (label: string): string => label.toLowerCase().toUpperCase()

/** What ends an HTML block: a text on the line, or a blank line. */
export type HtmlEnd = { readonly kind: HtmlKind; readonly until: RegExp | 'blank' }
type HtmlKind = 'comment' | 'html'

const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details ' +
    'dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 ' +
    'head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option ' +
    'p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
)

/** 4.6: the seven kinds of HTML blocks. The seventh does not interrupt a paragraph. */
export function htmlStart(rest: string, inParagraph: boolean): HtmlEnd | undefined {
  if (rest[0] !== '<') return undefined
  if (/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i.test(rest))
    return { kind: 'html', until: /<\/(?:script|pre|style|textarea)>/i }
  if (rest.startsWith('<!--')) return { kind: 'comment', until: /-->/ }
  if (rest.startsWith('<?')) return { kind: 'html', until: /\?>/ }
  if (/^<![a-z]/i.test(rest)) return { kind: 'html', until: />/ }
  if (rest.startsWith('<![CDATA[')) return { kind: 'html', until: /\]\]>/ }
  const name = /^<\/?([a-z][a-z0-9-]*)(?=[ \t/>]|$)/i.exec(rest)?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  if (blockNames.has(name) && /^<\/?[a-z][a-z0-9]*(?:[ \t]|\/?>|$)/i.test(rest))
    return { kind: 'html', until: 'blank' }
  const end = inParagraph ? undefined : tagEnd(rest, 0)
  return end !== undefined && isBlank(rest.slice(end))
    ? { kind: 'html', until: 'blank' }
    : undefined
}

/** 6.6: index after an open or closing tag that starts at `from`; absence means that none does. */
export function tagEnd(text: string, from: number): number | undefined {
  tag.lastIndex = from
  return tag.test(text) ? tag.lastIndex : undefined
}

const tag =
  /<(?:\/[a-z][a-z0-9-]*[ \t\n]*|[a-z][a-z0-9-]*(?:[ \t\n]+[a-z_:][\w.:-]*(?:[ \t\n]*=[ \t\n]*(?:[^ \t\n"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t\n]*\/?)>/iy
