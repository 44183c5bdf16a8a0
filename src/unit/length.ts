/** A length in points, 1/72 inch. Branded, so that a number of another unit cannot slip in. */
export type Pt = number & { readonly __unit: 'pt' }

export const pt = (value: number): Pt => value as Pt
export const inch = (value: number): Pt => pt(value * 72)
export const mm = (value: number): Pt => pt((value * 72) / 25.4)

/** Twentieths of a point: `w:ST_TwipsMeasure` (ECMA-376 part 1, 17.18.105). */
export const toTwip = (length: Pt): number => Math.round(length * 20)
/** Half points: `w:ST_HpsMeasure`, the unit of `w:sz`. */
export const toHalfPoint = (length: Pt): number => Math.round(length * 2)
/** Two lengths nearer than this are the same: a fiftieth of the finest thing that a press can show, and far over the noise of floating point. */
export const TOLERANCE = pt(0.01)

/** True where `extent` is not longer than `room`, within the tolerance. */
export const fits = (extent: number, room: number): boolean => extent <= room + TOLERANCE
export const isSameLength = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE
