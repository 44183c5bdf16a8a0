import type { OriginBlock } from '../origin/origin.ts'
import { lineOpening, lineStart } from './layout.ts'
import type { BaseEdit } from './part-edits.ts'
import type { FinalParagraph } from './weave.ts'

/**
 * A block made into another kind: a heading of another level, a heading into text, text into a heading
 * or a list item, an item into text.
 */
export function levelEdits(
  block: OriginBlock,
  { kind }: FinalParagraph,
  source: string,
): readonly BaseEdit[] {
  const { outer, content, chapter } = block
  const edit = (start: number, end: number, text: string): BaseEdit => ({
    chapter,
    start,
    end,
    text,
  })
  if (block.role === 'heading') {
    if (kind.level === block.level) return []
    const marks = /^#{1,6}[ \t]*/u.exec(source.slice(outer.start, content.start))?.[0] ?? ''
    const level = kind.level === undefined ? 0 : Math.min(6, Math.max(2, kind.level))
    const opening = level === 0 ? '' : `${'#'.repeat(level)} `
    const head = edit(outer.start, outer.start + marks.length, opening)
    // A heading that is underlined loses its line; one that becomes text loses its braces too.
    const isUnderlined = marks === ''
    if (level > 0 && !isUnderlined) return [head]
    const line = source.indexOf('\n', content.end)
    const tailStart = level > 0 && line >= 0 ? line : content.end
    return tailStart < outer.end ? [head, edit(tailStart, outer.end, '')] : [head]
  }
  if (block.role !== 'paragraph' || block.note !== undefined) return []
  if (kind.level !== undefined) {
    const breaks = lineBreaks(block, source).map(({ start, end }) => edit(start, end, ' '))
    return [
      edit(content.start, content.start, `${'#'.repeat(Math.max(2, kind.level))} `),
      ...breaks,
    ]
  }
  if (kind.list !== undefined && block.item !== true && kind.style.startsWith('list')) {
    const breaks = lineBreaks(block, source).map(({ end }) => edit(end, end, '  '))
    return [edit(content.start, content.start, '- '), ...breaks]
  }
  if (kind.list === undefined && block.item === true && !/^list|^quote ?list/u.test(kind.style)) {
    const opening = lineOpening(block, source)
    const marker = /(?:[-+*]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?$/u.exec(opening)?.[0] ?? ''
    const start = lineStart(block, source) + opening.length - marker.length
    return [
      edit(start, start + marker.length, source.slice(0, start).endsWith('\n\n') ? '' : '\n'),
      edit(outer.end, outer.end, /^\s*\n\s*(?:\n|$)/u.test(source.slice(outer.end)) ? '' : '\n'),
    ].filter(({ start: from, end, text }) => from < end || text !== '')
  }
  return []
}

/** Line ends inside a block, with what opens the lines after them. */
const lineBreaks = (
  { content }: OriginBlock,
  source: string,
): readonly { start: number; end: number }[] =>
  [...source.slice(content.start, content.end).matchAll(/\n[ \t>]*/gu)].map(
    ({ index, 0: found }) => ({
      start: content.start + index,
      end: content.start + index + found.length,
    }),
  )
