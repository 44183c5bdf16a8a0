import { positionAt } from '../diagnostic/place.ts'
import type { Position } from '../diagnostic/diagnostic.ts'

/**
 * Finds the place of a text's character in the Markdown from which the text was made. Both are gone
 * through at once: what the Markdown has more (backslashes, marks, indents) is passed over. Where the
 * character is not found, the answer is the node as a whole.
 *
 * `index` is in `text`, the node's value; `length` is that of the stretch to be pointed at.
 */
export function locate(
  source: string,
  node: Position,
  text: string,
  index: number,
  length: number,
): Position {
  const limit = node.end.offset
  let at = node.start.offset
  let start: number | undefined
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? ''
    const blank = isBlank(unit)
    while (at < limit && (blank ? !isBlank(source[at] ?? '') : source[at] !== unit)) at++
    if (at >= limit) break
    if (i === index) start = at
    at++
    if (start !== undefined && i + 1 >= index + length) return positionAt(source, start, at)
  }
  return start === undefined ? node : positionAt(source, start, at)
}

const isBlank = (unit: string): boolean => unit === ' ' || unit === '\n' || unit === '\t'
