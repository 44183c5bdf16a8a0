import type { FootnoteSpelling, Region } from '../scan.ts'
import { pointAt } from '../../diagnostic/place.ts'
import { labelEnd } from './starts.ts'

/** All spellings of `[^label]` and `[^label]:`, wherever they stand, in order. */
export function spellings(
  text: string,
  lineStarts: readonly number[],
  regions: readonly Region[],
  definitions: ReadonlySet<number>,
): FootnoteSpelling[] {
  const found: FootnoteSpelling[] = []
  let region = 0
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    const inner = text[at + 1] === '\\' && text[at + 2] === '^'
    if (text[at + 1] !== '^' && !inner) continue
    const from = at + (inner ? 3 : 2)
    const close = labelEnd(text, from) ?? escapedEnd(text, at, from)
    if (close === undefined) continue
    while ((regions[region]?.end ?? Infinity) <= at) region++
    const around = regions[region]
    const inside = around !== undefined && around.start <= at
    const surroundings = inside ? around.kind : 'text'
    const literal = surroundings === 'code' || surroundings === 'fence'
    const escaped = inner || (!literal && isEscaped(text, at))
    const heads =
      surroundings === 'text' && !escaped ? definitions.has(at) : headsLine(text, at, escaped)
    const isDefinition = text[close + 1] === ':' && heads
    found.push({
      kind: isDefinition ? 'definition' : 'call',
      label: text.slice(from, close).replace(/\\$/, ''),
      position: {
        start: pointAt(lineStarts, at),
        end: pointAt(lineStarts, close + (isDefinition ? 2 : 1)),
      },
      surroundings,
      escaped,
    })
  }
  return found
}

/** `\\[^568\\]`: where the first bracket is escaped, an escaped one closes it. */
function escapedEnd(text: string, at: number, from: number): number | undefined {
  if (!isEscaped(text, at)) return undefined
  const end = /[^\s[\]\\]{1,80}\\\]/y
  end.lastIndex = from
  return end.test(text) ? end.lastIndex - 1 : undefined
}

/** CommonMark 2.4: an odd number of backslashes. */
export function isEscaped(text: string, at: number): boolean {
  let count = 0
  while (text[at - count - 1] === '\\') count++
  return count % 2 === 1
}

/** Nothing before it on its line but white space, marks of quotations and lists, the start of a comment. */
function headsLine(text: string, at: number, escaped: boolean): boolean {
  const end = escaped && text[at - 1] === '\\' ? at - 1 : at
  // A definition stands near the head of its line; a longer look back would not be linear.
  const near = text.slice(Math.max(0, end - 40), end)
  const lineEnd = near.lastIndexOf('\n')
  if (lineEnd === -1 && end > 40) return false
  const before = near.slice(lineEnd + 1)
  return /^[\s>]*(?:[-+*]\s+)?(?:<!--+\s*|`+)?$/.test(before)
}
