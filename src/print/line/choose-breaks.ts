/**
 * Chooses the breaks of a paragraph that together cost least.
 *
 * In: `Items`. Out: the places of its line ends. Never: touches a glyph.
 *
 * Knuth and Plass, *Breaking Paragraphs into Lines*, Software: Practice and Experience 11 (1981),
 * the algorithm of pp. 1156–1163, over prefix sums. We depart from it: the width of a candidate line
 * counts its protrusion; its stretch and shrink count the expansion of its glyphs; three hyphens in a
 * row are forbidden, and for this a place keeps the best way by fitness class *and* by hyphens in a
 * row; what is too loose for a place is found without walking the rest of the active list.
 */
import {
  adjustmentRatio,
  endingOf,
  expansionAt,
  fitnessClass,
  isOverfull,
  lineDemerits,
  type Room,
} from './candidate-line.ts'
import { CLASS_JUMP, EXPANSION_JUMP, FAR_EXPANSION, LAST_RESORT, TWO_HYPHENS } from './costs.ts'
import { FIELDS, FORCED, HYPHEN, LEVEL, type Items } from './items.ts'

/** How far one try may go. */
export interface Pass {
  /** Largest adjustment ratio. */
  readonly tolerance: number
  /** Highest level of places that it may take. */
  readonly level: number
  /** True for the pass that always ends in lines, if over the measure. */
  readonly isLast: boolean
  /** The number of lines wanted; absence means any. */
  readonly lines?: number
}

export interface Breaks {
  /** Index of the place at which each line ends, ascending. */
  readonly places: readonly number[]
  /** Their sum, p. 1128. */
  readonly demerits: number
}

/** Four classes (TeXbook, p. 97), each with the second of two hyphens in a row apart. */
const CLASSES = 4
const SLOTS = CLASSES * 2
/** Breaks a paragraph in one pass; undefined where the pass finds no way within its tolerance. */
export function chooseBreaks(items: Items, room: Room, pass: Pass): Breaks | undefined {
  const { count, places } = items
  // Where their number matters, ways to a place are kept apart by the lines before it (TeXbook, p. 103).
  const layers = pass.lines === undefined ? 1 : pass.lines + 1
  const layer = count * SLOTS
  const step = pass.lines === undefined ? 0 : layer
  const total = new Float64Array(layers * layer).fill(Infinity)
  const from = new Int32Array(layers * layer)
  /** How the glyphs of the line that ends in a slot are widened, as a share. */
  const widened = new Float64Array(layers * layer)
  total[1 * 2] = 0
  const active = new Int32Array(count)
  let activeCount = 1

  /** Relaxes the line from every way to `start` to the place `end`. */
  const relax = (start: number, end: number, ratio: number, extra: number): void => {
    const expansion = expansionAt(items, room, start, end, ratio)
    const line = lineDemerits(items, end, ratio) + extra
    const fitness = fitnessClass(ratio)
    const endsInHyphen = places[end * FIELDS + HYPHEN] === 1
    const startHyphen = places[start * FIELDS + HYPHEN] === 1
    for (let top = 0; top + step < layers * layer; top += layer)
      for (let slot = top + start * SLOTS, s = 0; s < SLOTS; s++, slot++) {
        const before = total[slot]!
        if (before === Infinity) continue
        let demerits = before + line
        const jump = (s >> 1) - fitness
        if ((jump > 1 || jump < -1) && start > 0) demerits += CLASS_JUMP
        const change = expansion - widened[slot]!
        if ((change > FAR_EXPANSION || change < -FAR_EXPANSION) && start > 0) {
          demerits += EXPANSION_JUMP
        }
        let second = 0
        if (endsInHyphen && startHyphen) {
          if ((s & 1) === 1) {
            if (!pass.isLast) continue
            demerits += LAST_RESORT
          }
          demerits += TWO_HYPHENS
          second = 1
        }
        const target = top + step + end * SLOTS + fitness * 2 + second
        if (demerits < total[target]!) {
          total[target] = demerits
          from[target] = slot
          widened[target] = expansion
        }
      }
  }

  for (let end = 1; end < count; end++) {
    if (places[end * FIELDS + LEVEL]! > pass.level) continue
    const isForced = places[end * FIELDS + FORCED] === 1
    let kept = 0
    let isReached = false
    let lastOverfull = -1
    let index = 0
    for (; index < activeCount; index++) {
      const start = active[index]!
      const ratio = adjustmentRatio(items, room, start, end)
      if (isOverfull(ratio)) {
        lastOverfull = start
        continue
      }
      active[kept++] = start
      if (isForced) {
        const ending = endingOf(items, room, start, end)
        relax(start, end, ending.ratio, ending.extra)
        isReached = true
      } else if (ratio <= pass.tolerance) {
        relax(start, end, ratio, 0)
        isReached = true
      } else if (start > 0) {
        // What starts later is shorter still: looser, all of it.
        index++
        break
      }
    }
    while (index < activeCount) active[kept++] = active[index++]!
    activeCount = kept
    if (activeCount === 0) {
      if (!pass.isLast) return undefined
      // One unit wider than the measure: nothing parts `lastOverfull` and `end` but what is forbidden.
      relax(lastOverfull, end, -1, LAST_RESORT)
      isReached = true
    }
    if (isForced) {
      if (!isReached) return undefined
      activeCount = 0
    }
    if (isReached) active[activeCount++] = end
  }
  return trace(count, total, from)
}

/** The best way to the last place, in the last layer. */
function trace(count: number, total: Float64Array, from: Int32Array): Breaks | undefined {
  let best = -1
  let demerits = Infinity
  for (let slot = total.length - SLOTS; slot < total.length; slot++) {
    if (total[slot]! < demerits) {
      demerits = total[slot]!
      best = slot
    }
  }
  if (best < 0) return undefined
  const places: number[] = []
  for (let slot = best; ; slot = from[slot]!) {
    const place = Math.floor(slot / SLOTS) % count
    if (place === 0) break
    places.push(place)
  }
  return { places: places.reverse(), demerits }
}
