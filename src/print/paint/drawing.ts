import type { Drawing, Matrix, Operation, Paint, Segment } from '../../picture/drawing.ts'
import type { Line } from '../line/line.ts'
import { glyphsOf } from '../line/set-words.ts'
import type { Fonts } from './glyphs.ts'
import type { Inks } from './inks.ts'
import { number } from './number.ts'

/** Where a drawing stands: its upper left corner and its size, pt, `y` from the foot of the page up. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The operators of a drawing. Its letters are painted as outlines: they belong to the picture, whose
 * words the alternative text says, and are not part of the running text.
 */
export function drawingOperators(
  drawing: Drawing,
  lines: readonly (Line | undefined)[],
  box: Box,
  fonts: Fonts,
  inks: Inks,
  opacity: (fill: number, stroke: number) => string,
): string {
  const [sx, sy] = [box.width / drawing.width, box.height / drawing.height]
  const parts = ['q', `${matrix([sx, 0, 0, -sy, box.x, box.y])} cm`]
  drawing.operations.forEach((operation, index) => {
    parts.push('q')
    parts.push(`${matrix(operation.transform)} cm`)
    const { fillOpacity, strokeOpacity } = operation.paint
    const state =
      fillOpacity < 1 || strokeOpacity < 1 ? opacity(fillOpacity, strokeOpacity) : undefined
    if (state !== undefined) parts.push(`/${state} gs`)
    parts.push(
      operation.type === 'shape'
        ? shape(operation.segments, operation.paint, inks)
        : text(operation, lines[index], fonts, inks),
    )
    parts.push('Q')
  })
  parts.push('Q')
  return parts.join('\n')
}

const matrix = (m: Matrix): string =>
  m.map((value) => String(Math.round(value * 1e6) / 1e6)).join(' ')

function shape(segments: readonly Segment[], paint: Paint, inks: Inks): string {
  const operators = segments.map((segment) => {
    switch (segment.type) {
      case 'move':
        return `${number(segment.x)} ${number(segment.y)} m`
      case 'line':
        return `${number(segment.x)} ${number(segment.y)} l`
      case 'curve':
        return `${[segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y].map(number).join(' ')} c`
      case 'close':
        return 'h'
    }
  })
  return [...setPaint(paint, inks), ...operators, painting(paint)].join('\n')
}

function setPaint(paint: Paint, inks: Inks): readonly string[] {
  const set: string[] = []
  if (paint.fill !== undefined) set.push(inks.fill(paint.fill))
  if (paint.stroke !== undefined) {
    set.push(inks.stroke(paint.stroke), `${number(paint.strokeWidth)} w`)
    set.push(`${{ butt: 0, round: 1, square: 2 }[paint.cap]} J`)
    set.push(`${{ miter: 0, round: 1, bevel: 2 }[paint.join]} j`)
    if (paint.dashes.length > 0) set.push(`[${paint.dashes.map(number).join(' ')}] 0 d`)
  }
  return set
}

/** Path-painting operator (ISO 32000-1, table 60). */
function painting({ fill, stroke, evenOdd }: Paint): string {
  const star = evenOdd ? '*' : ''
  if (fill !== undefined && stroke !== undefined) return `B${star}`
  if (fill !== undefined) return `f${star}`
  return stroke === undefined ? 'n' : 'S'
}

/** Letters as outlines, at the place of the text; the drawing's `y` grows downwards, a face's upwards. */
function text(
  operation: Operation & { type: 'text' },
  line: Line | undefined,
  fonts: Fonts,
  inks: Inks,
): string {
  if (line === undefined || operation.paint.fill === undefined) return ''
  const parts = [inks.fill(operation.paint.fill)]
  for (const run of line.runs) {
    const font = fonts.use(run.face)
    let x = operation.x + run.x
    for (const glyph of glyphsOf(run)) {
      const outline = font.outline(glyph.id)
      if (outline !== '') {
        const scale = run.size / font.unitsPerEm
        const at: Matrix = [scale, 0, 0, -scale, x + glyph.dx, operation.y - glyph.dy]
        parts.push('q', `${matrix(at)} cm`, outline, 'f', 'Q')
      }
      x += glyph.advance
    }
  }
  return parts.join('\n')
}
