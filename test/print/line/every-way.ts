import { adjustmentRatio, isOverfull, type Room } from '../../../src/print/line/candidate-line.ts'
import { FIELDS, FORCED, LEVEL, LEVEL_HYPHEN, type Items } from '../../../src/print/line/items.ts'
import { demeritsOf } from './first-fit.ts'

/** A way to break a paragraph: the places of its line ends. */
export interface Way {
  readonly ends: readonly number[]
  readonly demerits: number
}

/**
 * Every way to break a short paragraph in lines that are no looser than `tolerance`, found by trying
 * them all; undefined where there are more than `most`.
 */
export function everyWay(
  items: Items,
  room: Room,
  tolerance: number,
  most: number,
): readonly Way[] | undefined {
  const ways: Way[] = []
  let tried = 0
  const go = (start: number, ends: readonly number[]): boolean => {
    if (++tried > most) return false
    if (start === items.count - 1) {
      const demerits = demeritsOf(items, room, ends, tolerance)
      if (demerits !== undefined) ways.push({ ends, demerits })
      return true
    }
    for (let end = start + 1; end < items.count; end++) {
      if ((items.places[end * FIELDS + LEVEL] ?? 0) > LEVEL_HYPHEN) continue
      const isForced = items.places[end * FIELDS + FORCED] === 1
      const ratio = adjustmentRatio(items, room, start, end)
      if (!isOverfull(ratio) && (isForced || ratio <= tolerance) && !go(end, [...ends, end]))
        return false
      if (isForced) break
    }
    return true
  }
  return go(0, []) ? ways : undefined
}
