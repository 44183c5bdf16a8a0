/** A vector picture as plain operations. Lengths are user units of the SVG; `y` grows downwards. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** In painting order. */
  readonly operations: readonly Operation[]
}

export type Operation = Shape | DrawnText

export interface Shape {
  readonly type: 'shape'
  readonly segments: readonly Segment[]
  readonly paint: Paint
  readonly transform: Matrix
}

/** Text in one line, set by whoever draws. */
export interface DrawnText {
  readonly type: 'text'
  readonly text: string
  /** Of the baseline: its start, middle or end by `anchor`. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Font families in order of preference, without quotes; the last may be generic. */
  readonly families: readonly string[]
  readonly size: number
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly paint: Paint
  readonly transform: Matrix
}

/** Absolute coordinates. */
export type Segment =
  | { readonly type: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly type: 'curve'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly type: 'close' }

export interface Paint {
  /** `#rrggbb`; absence means none. */
  readonly fill?: string
  readonly evenOdd: boolean
  readonly stroke?: string
  readonly strokeWidth: number
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  /** Lengths of dashes and gaps; empty for a whole line. */
  readonly dashes: readonly number[]
  /** 0 to 1. */
  readonly fillOpacity: number
  readonly strokeOpacity: number
}

/** a b c d e f of x' = ax + cy + e, y' = bx + dy + f (SVG 1.1, 7.4). */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that first applies `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]
