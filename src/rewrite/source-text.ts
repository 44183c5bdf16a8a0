import { inOrder, type Edit, type Span } from './edit.ts'

const mark = '\uFEFF'

/**
 * A file's text as it is on the disk, beside the text in which positions count: line ends as `\n`,
 * no byte order mark. Edits are made in what is on the disk, so that every other byte stays.
 */
export interface SourceText {
  /** With its byte order mark and its own line ends. */
  readonly raw: string
  /** As chapters hold it (`source/decode.ts`). */
  readonly text: string
}

/** Reads bytes as UTF-8; undefined where they are not, so that writing them back would lose some. */
export function sourceText(bytes: Uint8Array): SourceText | undefined {
  try {
    return fromRaw(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function fromRaw(raw: string): SourceText {
  const text = (raw.startsWith(mark) ? raw.slice(1) : raw).replace(/\r\n?/gu, '\n')
  return { raw, text }
}

/** Makes edits, whose places count in `source.text`. Throws where they overlap. */
export function applyEdits(source: SourceText, edits: readonly Edit[]): SourceText {
  const { raw, text } = source
  const rawOf = rawOffsets(source)
  const slice = ({ start, end }: Span): string => raw.slice(rawOf(start), rawOf(end))
  let at = 0
  let written = raw.startsWith(mark) ? mark : ''
  for (const edit of inOrder(edits)) {
    written += slice({ start: at, end: edit.start })
    const lineEnd = lineEndNear(source, rawOf(edit.start))
    for (const part of edit.parts)
      written += typeof part === 'string' ? part.replaceAll('\n', lineEnd) : slice(part)
    at = edit.end
  }
  return fromRaw(written + slice({ start: at, end: text.length }))
}

/** From offsets in the text to offsets in what is on the disk, by binary search. */
function rawOffsets({ raw, text }: SourceText): (offset: number) => number {
  const head = raw.startsWith(mark) ? 1 : 0
  if (raw.length - head === text.length) return (offset) => offset + head
  // Offsets in the text after each line end of two characters.
  const pairs: number[] = []
  let count = 0
  for (const { index } of raw.matchAll(/\r\n/gu)) pairs.push(index - head - count++ + 1)
  return (offset) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? Infinity) <= offset) low = middle + 1
      else high = middle
    }
    return offset + head + low
  }
}

/** How the line ends in which something is put, else the line before it, else `\n`. */
function lineEndNear({ raw }: SourceText, at: number): string {
  const next = /\r\n?|\n/g
  next.lastIndex = at
  const after = next.exec(raw)?.[0]
  if (after !== undefined) return after
  const index = Math.max(raw.lastIndexOf('\n'), raw.lastIndexOf('\r'))
  if (index < 0) return '\n'
  return raw[index] === '\n' && raw[index - 1] === '\r' ? '\r\n' : (raw[index] ?? '\n')
}
