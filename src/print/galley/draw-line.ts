import { pt, type Pt } from '../../unit/length.ts'
import type { Line } from '../line/line.ts'
import type { Owner, PictureMark } from './galley.ts'
import { identity, type DrawnText } from '../../picture/drawing.ts'

/**
 * A line as a drawing whose baseline is `y`: letters that are no text of the book, and are neither
 * copied, searched nor read aloud with it ("Table 3 (continued)", the asterisks of a break).
 */
export function drawLine(
  line: Line,
  x: Pt,
  y: Pt,
  size: number,
  color: string,
  owner: Owner,
): PictureMark {
  const width = Math.max(line.width, size)
  const operation: DrawnText = {
    type: 'text',
    text: line.text,
    x: 0,
    y: size,
    anchor: 'start',
    families: [],
    size,
    isBold: false,
    isItalic: false,
    paint: {
      fill: color,
      evenOdd: false,
      strokeWidth: 0,
      cap: 'butt',
      join: 'miter',
      dashes: [],
      fillOpacity: 1,
      strokeOpacity: 1,
    },
    transform: identity,
  }
  return {
    type: 'picture',
    x,
    y: pt(y - size),
    width: pt(width),
    height: pt(2 * size),
    picture: {
      type: 'drawing',
      drawing: { width, height: 2 * size, operations: [operation] },
      lines: [line],
    },
    alt: line.text,
    owner,
  }
}
