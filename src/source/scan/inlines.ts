import type { Region } from '../scan.ts'
import { deepest, longestText } from '../syntax/bracketed.ts'
import { addressEnd } from './bare-address.ts'
import { destinationAfter, linkDefinition } from './destination.ts'
import { foldLabel, labelEnd, tagEnd } from './starts.ts'
import { opensTable, splitTable } from './table.ts'

/** A stretch of a line that belongs to a paragraph, without the marks of its containers. */
export interface Segment {
  readonly start: number
  readonly end: number
}

/**
 * Collects the lines of each paragraph, then reads their code spans, HTML, addresses and escapes
 * (CommonMark 6).
 */
export class Inlines {
  private segments: Segment[] = []
  private inTable = false
  private readonly paragraphs: (readonly Segment[])[] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Whether the lines that were added last are a table's. */
  get isTable(): boolean {
    return this.inTable
  }

  add(start: number, end: number): void {
    const line = { start, end }
    const before = this.segments.at(-1)
    if (!this.inTable && before !== undefined) this.inTable = opensTable(this.text, before, line)
    this.segments.push(line)
  }

  flush(): void {
    const { segments } = this
    this.segments = []
    this.inTable = false
    if (segments.length > 0) this.paragraphs.push(segments)
  }

  /** The regions of all paragraphs, in order; to be asked once all notes are known. */
  regions(notes: ReadonlySet<string>): Region[] {
    return this.paragraphs
      .flatMap((segments) => splitTable(this.text, segments))
      .flatMap((part) => this.read(part, notes))
  }

  private read(segments: readonly Segment[], notes: ReadonlySet<string>): Region[] {
    const content = segments.map(({ start, end }) => this.text.slice(start, end)).join('\n')
    const offsetOf = offsets(segments)
    return inlineRegions(content, notes).map(({ kind, start, end }) => ({
      kind,
      start: offsetOf(start),
      end: offsetOf(end - 1) + 1,
      closed: true,
    }))
  }
}

/** Maps indices of the joined lines to offsets of the text; to be asked with rising indices. */
function offsets(segments: readonly Segment[]): (index: number) => number {
  let at = 0
  let base = 0
  return (index) => {
    for (;;) {
      const segment = segments[at]
      if (segment === undefined) return index
      const length = segment.end - segment.start
      if (index - base <= length || at === segments.length - 1) return segment.start + index - base
      base += length + 1
      at++
    }
  }
}

interface Found {
  readonly kind: Region['kind']
  readonly start: number
  readonly end: number
}

/** The regions of one paragraph's text, in order. */
function inlineRegions(content: string, notes: ReadonlySet<string>): Found[] {
  const found: Found[] = []
  let at = 0
  for (;;) {
    // 4.7: link reference definitions can stand at the head of a paragraph only.
    const definition = linkDefinition(content, at)
    if (definition === undefined) break
    found.push({ kind: 'url', ...definition.destination })
    at = definition.end
  }
  readText(content.slice(at), at, found, notes)
  return found
}

/** Adds the regions of a run of text that begins at `from` of its paragraph. */
function readText(content: string, from: number, found: Found[], notes: ReadonlySet<string>): void {
  let at = 0
  const push = (kind: Found['kind'], start: number, end: number): void => {
    found.push({ kind, start: from + start, end: from + end })
  }
  const runs = new BacktickRuns(content)
  const missing = new Set<string>()
  const brackets: number[] = []
  // So many of them, the first, hold a link, and are no link's themselves (6.3: links hold no links).
  let holdingLink = 0
  // After `\\^`: the caret is a mark of its own.
  let escapedAt = -1
  const next = /[\\`<[\]hHwW]/g
  while (at < content.length) {
    next.lastIndex = at
    const match = next.exec(content)
    if (match === null) break
    at = match.index
    const character = match[0]
    if (character === '\\') {
      at += /[!-/:-@[-`{-~\n]/.test(content[at + 1] ?? '') ? 2 : 1
      escapedAt = at
    } else if (character === '`') {
      const span = runs.spanAt(at)
      if (span.closed) push('code', at, span.end)
      at = span.end
    } else if (character === '<') {
      const angle = angleAt(content, at, missing)
      if (angle === undefined) at++
      else {
        push(angle.kind, at, angle.end)
        at = angle.end
      }
    } else if (character === '[' && content[at - 1] === '^' && at !== escapedAt) {
      // The text of an inline note is read alone, and no address follows it.
      const end = bracketedEnd(content, at)
      if (end === undefined) brackets.push(at++)
      else {
        readText(content.slice(at + 1, end), from + at + 1, found, notes)
        at = end + 1
      }
    } else if (character === '[') {
      // A call of a note is no link text, even where a parenthesis follows, and nothing begins in it.
      const end = content[at + 1] === '^' ? labelEnd(content, at + 2) : undefined
      if (end === undefined || !notes.has(foldLabel(content.slice(at + 2, end))))
        brackets.push(at++)
      else at = end + 1
    } else if (character === ']') {
      const opened = brackets.pop()
      const isImage = opened !== undefined && content[opened - 1] === '!'
      const mayLink = opened !== undefined && (isImage || brackets.length >= holdingLink)
      holdingLink = Math.min(holdingLink, brackets.length)
      const destination = mayLink ? destinationAfter(content, at + 1) : undefined
      if (destination === undefined) at++
      else {
        if (!isImage) holdingLink = brackets.length
        if (destination.end > destination.start) push('url', destination.start, destination.end)
        at = destination.after
      }
    } else {
      const end = addressEnd(content, at, brackets.length > 0)
      if (end === undefined) at++
      else {
        push('url', at, end)
        at = end
      }
    }
  }
}

/** Where text in brackets ends, by the rules of `syntax/bracketed.ts`: they balance, whatever stands in them. */
function bracketedEnd(content: string, start: number): number | undefined {
  let depth = 0
  if (content[start + 1] === '^' || content[start + 1] === ']') return undefined
  for (let at = start + 1; at < content.length && at - start <= longestText + 1; at++) {
    const character = content[at]
    if (character === '[' && ++depth > deepest) return undefined
    if (character === ']' && depth-- === 0) return at
    if (character === '\\' && content[at + 1] !== '\n') at++
  }
  return undefined
}

/** 6.1: a run of backticks closes with the next run of the same length. Found once, so that the reading stays linear. */
class BacktickRuns {
  private readonly byLength = new Map<number, number[]>()
  private readonly cursor = new Map<number, number>()
  private readonly content: string

  constructor(content: string) {
    this.content = content
    for (const match of content.matchAll(/`+/g)) {
      const list = this.byLength.get(match[0].length)
      if (list === undefined) this.byLength.set(match[0].length, [match.index])
      else list.push(match.index)
    }
  }

  spanAt(start: number): { readonly end: number; readonly closed: boolean } {
    let length = 0
    while (this.content[start + length] === '`') length++
    const list = this.byLength.get(length) ?? []
    let index = this.cursor.get(length) ?? 0
    while (index < list.length && (list[index] ?? 0) < start + length) index++
    this.cursor.set(length, index)
    const close = list[index]
    return close === undefined
      ? { end: start + length, closed: false }
      : { end: close + length, closed: true }
  }
}

const autolink =
  /<(?:[a-z][a-z0-9+.-]{1,31}:[^<>\u0000-\u0020\u007f]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]+)>/iy

/** 6.5, 6.6: an autolink, a comment or a tag. `missing` keeps what was looked for in vain. */
function angleAt(
  content: string,
  at: number,
  missing: Set<string>,
): { kind: Region['kind']; end: number } | undefined {
  autolink.lastIndex = at
  if (autolink.test(content)) return { kind: 'url', end: autolink.lastIndex }
  const until = (close: string, from: number): number | undefined => {
    if (missing.has(close)) return undefined
    const index = content.indexOf(close, from)
    if (index !== -1) return index + close.length
    missing.add(close)
    return undefined
  }
  if (content.startsWith('<!--', at)) {
    // `<!-->` and `<!--->` are comments too.
    const end = until('-->', at + 2)
    return end === undefined ? undefined : { kind: 'comment', end }
  }
  const tag = tagEnd(content, at)
  if (tag !== undefined) return { kind: 'html', end: tag }
  const close = content.startsWith('<?', at)
    ? '?>'
    : content.startsWith('<![CDATA[', at)
      ? ']]>'
      : /^<![a-z]/i.test(content.slice(at, at + 3))
        ? '>'
        : undefined
  const end = close === undefined ? undefined : until(close, at + 2)
  return end === undefined ? undefined : { kind: 'html', end }
}
