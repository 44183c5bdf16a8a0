import type { OriginBlock, OriginSpan } from '../origin/origin.ts'
import type { Part } from './serialise.ts'

/** A stretch of a chapter as the file was made from it, and what shall stand there. */
export interface BaseEdit extends OriginSpan {
  readonly chapter: string
  readonly text: string
}

/**
 * The edits that turn a block's inlines into what was written of them: what did not come again is
 * taken out, what is new is put where it stands. What prints nothing, such as a comment, is not touched.
 */
export function partEdits(block: OriginBlock, parts: readonly Part[]): readonly BaseEdit[] {
  const kept = new Set<number>()
  for (const part of parts)
    if (typeof part !== 'string') for (let at = part.start; at < part.end; at++) kept.add(at)
  const gone = tokensOf(block).filter(({ start }) => !kept.has(start))
  const edits: { start: number; end: number; text: string }[] = gone.map((span) => ({
    ...span,
    text: '',
  }))
  let at = block.content.start
  for (const part of parts) {
    if (typeof part === 'string') edits.push({ start: at, end: at, text: part })
    else at = part.end
  }
  return joinEdits(edits.map((edit) => ({ chapter: block.chapter, ...edit })))
}

/** Everything of a block that can be taken out: what prints, and the marks round it. Character by character, since a part of a word may go. */
function tokensOf(block: OriginBlock): readonly OriginSpan[] {
  const printed = block.pieces.flatMap((piece): readonly OriginSpan[] => {
    if (piece.text !== undefined || piece.call !== undefined || piece.picture === true)
      return [{ start: piece.start, end: piece.end }]
    return Array.from({ length: piece.end - piece.start }, (_, index) => ({
      start: piece.start + index,
      end: piece.start + index + 1,
    }))
  })
  const marks = block.nodes.flatMap(({ start, end, inner }) => [
    { start, end: inner.start },
    { start: inner.end, end },
  ])
  return [...printed, ...marks].filter(({ start, end }) => start < end)
}

/** Edits of one chapter in order, those that touch or overlap as one. New text stands before what is taken out at the same place. */
export function joinEdits(edits: readonly BaseEdit[]): readonly BaseEdit[] {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order)
  const result: { chapter: string; start: number; end: number; text: string }[] = []
  for (const { edit } of sorted) {
    const last = result.at(-1)
    if (last !== undefined && edit.start <= last.end) {
      last.end = Math.max(last.end, edit.end)
      last.text += edit.text
    } else result.push({ ...edit })
  }
  return result
}
