import {
  adjustmentRatio,
  endingOf,
  expansionAt,
  fitnessClass,
  isOverfull,
  lineDemerits,
  type Room,
} from '../../../src/print/line/candidate-line.ts'
import {
  CLASS_JUMP,
  EXPANSION_JUMP,
  FAR_EXPANSION,
  TWO_HYPHENS,
} from '../../../src/print/line/costs.ts'
import {
  FIELDS,
  FORCED,
  HYPHEN,
  LEVEL,
  LEVEL_HYPHEN,
  type Items,
} from '../../../src/print/line/items.ts'

const flag = (items: Items, place: number, field: number): boolean =>
  items.places[place * FIELDS + field] === 1

/** Where lines end when each is as full as it goes, as a word processor sets them. */
export function firstFit(items: Items, room: Room): readonly number[] | undefined {
  const ends: number[] = []
  let start = 0
  while (start < items.count - 1) {
    let fitting = -1
    for (let end = start + 1; end < items.count; end++) {
      if ((items.places[end * FIELDS + LEVEL] ?? 0) > LEVEL_HYPHEN) continue
      if (isOverfull(adjustmentRatio(items, room, start, end))) break
      fitting = end
      if (flag(items, end, FORCED)) break
    }
    if (fitting < 0) return undefined
    ends.push(fitting)
    start = fitting
  }
  return ends
}

/** Demerits of the lines that end at `ends`; undefined where one is looser than `tolerance` or the third in a row with a hyphen. */
export function demeritsOf(
  items: Items,
  room: Room,
  ends: readonly number[],
  tolerance: number,
): number | undefined {
  let demerits = 0
  let start = 0
  let hyphens = 0
  let fitness = 1
  let expansion = 0
  for (const end of ends) {
    const natural = adjustmentRatio(items, room, start, end)
    const isForced = flag(items, end, FORCED)
    if (!isForced && natural > tolerance) return undefined
    const { ratio, extra } = isForced
      ? endingOf(items, room, start, end)
      : { ratio: natural, extra: 0 }
    demerits += lineDemerits(items, end, ratio) + extra
    hyphens = flag(items, end, HYPHEN) ? hyphens + 1 : 0
    if (hyphens === 3) return undefined
    if (hyphens === 2) demerits += TWO_HYPHENS
    const widened = expansionAt(items, room, start, end, ratio)
    if (start > 0) {
      if (Math.abs(fitnessClass(ratio) - fitness) > 1) demerits += CLASS_JUMP
      if (Math.abs(widened - expansion) > FAR_EXPANSION) demerits += EXPANSION_JUMP
    }
    fitness = fitnessClass(ratio)
    expansion = widened
    start = end
  }
  return demerits
}
