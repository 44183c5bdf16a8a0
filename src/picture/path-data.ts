import type { Segment } from './drawing.ts'

/** How many numbers each command takes (SVG 1.1, 8.3). */
const arity: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
}

/**
 * Reads the `d` of a path: relative and short forms become absolute moves, lines and cubic curves.
 * Undefined where it holds an arc or an error; such a path is for the renderer.
 */
export function readPathData(data: string): readonly Segment[] | undefined {
  const segments: Segment[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  // Second control point of the curve before, for S and T.
  let control: readonly [number, number] | undefined
  const line = (toX: number, toY: number): void => {
    segments.push({ type: 'line', x: toX, y: toY })
    ;[x, y, control] = [toX, toY, undefined]
  }
  const curve = (p: readonly [number, number, number, number, number, number]): void => {
    segments.push({ type: 'curve', x1: p[0], y1: p[1], x2: p[2], y2: p[3], x: p[4], y: p[5] })
    ;[x, y, control] = [p[4], p[5], [p[2], p[3]]]
  }
  const mirror = (): readonly [number, number] =>
    control === undefined ? [x, y] : [2 * x - control[0], 2 * y - control[1]]

  for (const [command, numbers] of commandsOf(data)) {
    const name = command.toLowerCase()
    const count = arity[name]
    if (count === undefined || name === 'a' || name === 'q' || name === 't') return undefined
    if (name === 'z') {
      segments.push({ type: 'close' })
      ;[x, y, control] = [startX, startY, undefined]
      continue
    }
    if (numbers.length === 0 || numbers.length % count !== 0) return undefined
    for (let at = 0; at < numbers.length; at += count) {
      const isRelative = command === name
      const [dx, dy] = isRelative ? [x, y] : [0, 0]
      const n = (index: number): number => numbers[at + index] ?? 0
      if (name === 'm' && at === 0) {
        ;[x, y, control] = [n(0) + dx, n(1) + dy, undefined]
        ;[startX, startY] = [x, y]
        segments.push({ type: 'move', x, y })
      } else if (name === 'm' || name === 'l') line(n(0) + dx, n(1) + dy)
      else if (name === 'h') line(n(0) + dx, y)
      else if (name === 'v') line(x, n(0) + dy)
      else if (name === 'c')
        curve([n(0) + dx, n(1) + dy, n(2) + dx, n(3) + dy, n(4) + dx, n(5) + dy])
      else curve([...mirror(), n(0) + dx, n(1) + dy, n(2) + dx, n(3) + dy])
    }
  }
  return segments
}

function* commandsOf(data: string): Generator<readonly [string, readonly number[]]> {
  for (const match of data.matchAll(/([a-zA-Z])([^a-zA-Z]*(?:[eE][-+]?\d+[^a-zA-Z]*)*)/gu)) {
    const numbers = (match[2] ?? '').match(/[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/gu) ?? []
    yield [match[1] ?? '', numbers.map(Number)]
  }
}

/** Control points of a quarter of a circle of radius 1 (Bézier approximation, error .03 %). */
const QUARTER = 0.5522847498

/** An ellipse about a middle, from its right end clockwise. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): readonly Segment[] {
  const [kx, ky] = [rx * QUARTER, ry * QUARTER]
  const to = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): Segment => ({
    type: 'curve',
    x1: cx + x1,
    y1: cy + y1,
    x2: cx + x2,
    y2: cy + y2,
    x: cx + x,
    y: cy + y,
  })
  return [
    { type: 'move', x: cx + rx, y: cy },
    to(rx, ky, kx, ry, 0, ry),
    to(-kx, ry, -rx, ky, -rx, 0),
    to(-rx, -ky, -kx, -ry, 0, -ry),
    to(kx, -ry, rx, -ky, rx, 0),
    { type: 'close' },
  ]
}

/** Straight lines through points. */
export function polyline(points: readonly number[], isClosed: boolean): readonly Segment[] {
  const segments: Segment[] = []
  for (let at = 0; at + 1 < points.length; at += 2) {
    segments.push({ type: at === 0 ? 'move' : 'line', x: points[at] ?? 0, y: points[at + 1] ?? 0 })
  }
  return isClosed ? [...segments, { type: 'close' }] : segments
}
