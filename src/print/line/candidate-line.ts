/**
 * What a line from one place to another would be: how far it must be stretched, and what that costs.
 *
 * In: `Items`, the room of the lines, two places. Out: numbers. Never: a choice.
 */
import {
  COST,
  FIELDS,
  HANG_LEFT,
  HANG_RIGHT,
  HYPHEN,
  INK,
  NEXT_INK,
  NEXT_SHRINK,
  NEXT_STRETCH,
  NEXT_WIDTH,
  SHRINK,
  STRETCH,
  WIDTH,
  type Items,
} from './items.ts'
import { FINAL_HYPHEN, NEARLY_FULL_DEMERITS, RUNT, RUNT_DEMERITS } from './costs.ts'

/** The lines' room and give. All in pt, but `expansion`, a share. */
export interface Room {
  readonly firstMeasure: number
  readonly measure: number
  /** Most that glyphs widen or narrow. */
  readonly expansion: number
  /** Stretch at the end of a line; absence means that lines are justified. */
  readonly raggedStretch?: number
  /** Size of the text. */
  readonly em: number
}

/** Farther ratios differ no more in cost, which stays finite. */
const LOOSEST = 60
/** Less than TOLERANCE of `unit/length.ts`: noise of floating point. */
const NOISE = 1e-6

/** True where a line cannot be shrunk to its measure. */
export const isOverfull = (ratio: number): boolean => ratio < -1 - NOISE

/** (10 + 100|r|³ + p)², p. 1128, with TeX's 10 for its 1. */
export function lineDemerits(items: Items, end: number, ratio: number): number {
  const size = Math.min(ratio < 0 ? -ratio : ratio, LOOSEST)
  const sum = 10 + 100 * size * size * size + items.places[end * FIELDS + COST]!
  return sum * sum
}

/** r of p. 1128; below -1 where the line cannot be shrunk to the measure. */
export function adjustmentRatio(items: Items, room: Room, start: number, end: number): number {
  const { places } = items
  const from = start * FIELDS
  const to = end * FIELDS
  const difference = (start === 0 ? room.firstMeasure : room.measure) - widthOf(places, from, to)
  if (room.raggedStretch !== undefined) {
    return difference < -NOISE ? -2 : difference / room.raggedStretch
  }
  const give = room.expansion * (places[to + INK]! - places[from + NEXT_INK]!)
  if (difference >= 0) {
    const stretch = places[to + STRETCH]! - places[from + NEXT_STRETCH]! + give
    return stretch > NOISE ? difference / stretch : difference < NOISE ? 0 : LOOSEST
  }
  const shrink = places[to + SHRINK]! - places[from + NEXT_SHRINK]! + give
  return shrink > NOISE ? difference / shrink : difference > -NOISE ? 0 : -2
}

/** Share by which the glyphs of a line are widened when it is set at `ratio`: they give before the spaces do. */
export function expansionAt(
  items: Items,
  room: Room,
  start: number,
  end: number,
  ratio: number,
): number {
  const limit = room.expansion
  if (limit === 0 || ratio === 0 || room.raggedStretch !== undefined) return 0
  const { places } = items
  const from = start * FIELDS
  const to = end * FIELDS
  const ink = places[to + INK]! - places[from + NEXT_INK]!
  if (ink <= 0) return 0
  const white =
    ratio > 0
      ? places[to + STRETCH]! - places[from + NEXT_STRETCH]!
      : places[to + SHRINK]! - places[from + NEXT_SHRINK]!
  const share = (ratio * (white + limit * ink)) / ink
  return share > limit ? limit : share < -limit ? -limit : share
}

/** Width of a line without adjustment, less what hangs out of the measure. */
const widthOf = (places: Float64Array, from: number, to: number): number =>
  places[to + WIDTH]! -
  places[from + NEXT_WIDTH]! -
  places[to + HANG_RIGHT]! -
  places[from + HANG_LEFT]!

/** A line before a forced break: set natural where it has white to spare; what the length of a last line costs, in demerits. */
export function endingOf(
  items: Items,
  room: Room,
  start: number,
  end: number,
): { readonly ratio: number; readonly extra: number } {
  const measure = start === 0 ? room.firstMeasure : room.measure
  const width = widthOf(items.places, start * FIELDS, end * FIELDS)
  const white = measure - width
  let extra = 0
  if (end === items.count - 1 && start > 0) {
    if (width < RUNT * room.em) extra += RUNT_DEMERITS
    if (items.places[start * FIELDS + HYPHEN] === 1) extra += FINAL_HYPHEN
    if (white > NOISE && white < room.em) extra += NEARLY_FULL_DEMERITS
  }
  return { ratio: white >= 0 ? 0 : adjustmentRatio(items, room, start, end), extra }
}

/** 0 tight, 1 decent, 2 loose, 3 very loose (TeXbook, p. 97: badness 12 and 100). */
export const fitnessClass = (ratio: number): number =>
  ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
