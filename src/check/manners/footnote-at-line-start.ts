import { followsBareAddress } from './bare-address.ts'
import type { Manner } from './manner.ts'

/** A call that was wrapped to the head of a line, or that begins its paragraph. */
export const footnoteAtLineStart: Manner = {
  rule: 'footnote-at-line-start',
  find(calls, index, ground) {
    const placed = calls[index]
    if (placed === undefined) return undefined
    const { start, end, before, block, shown } = placed
    const position = ground.at(start, end)
    if (placed.headsBlock && block.place !== 'cell')
      return {
        position,
        message: `${shown} stands before the words of its ${block.place}`,
        help: 'write it at the end of the words that it belongs to',
      }
    // Glued to a bare address it would be read as part of that.
    if (!placed.headsLine || followsBareAddress(ground, before)) return undefined
    const gap = ground.text.slice(before, start)
    // Two spaces or a backslash at the end of the line before are a line break that was meant.
    const broken = gap.startsWith('  ') || ground.text[before - 1] === '\\'
    return {
      position,
      message: `${shown} stands at the head of a line`,
      note: 'the end of the line before it prints as a space',
      help: 'write it at the end of the line before, directly behind its words',
      ...(broken ? {} : { fix: [{ start: before, end: start, text: '' }] }),
    }
  },
}
