import type { Page } from '../page/page.ts'
import { number } from './number.ts'

/** Bleed: what is printed beyond the trim, since no guillotine cuts to a hair (3 mm). */
export const BLEED = (3 / 25.4) * 72
/** Room for marks around the bleed. */
const SLUG = 21
/** Length and weight of a mark, pt. */
const MARK = 15
const WEIGHT = 0.25

/** The boxes of a page (ISO 32000-1, 14.11.2): trim is where it always is, bleed and sheet around it. */
export function boxesOf(
  { width, height }: Page,
  hasMarks: boolean,
): Readonly<Record<'MediaBox' | 'BleedBox' | 'TrimBox', readonly number[]>> {
  const around = (by: number): readonly number[] => [-by, -by, width + by, height + by]
  return {
    MediaBox: around(hasMarks ? BLEED + SLUG : BLEED),
    BleedBox: around(BLEED),
    TrimBox: around(0),
  }
}

/**
 * Crop marks at the corners of the trim, beyond the bleed, and shorter ones for the bleed itself, in
 * all four inks: where plates do not fit on one another the marks show it.
 */
export function cropMarks({ width, height }: Page): string {
  const line = (x: number, y: number, toX: number, toY: number): string =>
    `${[x, y].map(number).join(' ')} m ${[toX, toY].map(number).join(' ')} l S`
  const near = BLEED + SLUG - MARK
  const far = BLEED + SLUG
  const lines: string[] = []
  for (const [x, outX] of [
    [0, -1],
    [width, 1],
  ] as const) {
    for (const [y, outY] of [
      [0, -1],
      [height, 1],
    ] as const) {
      lines.push(line(x, y + outY * near, x, y + outY * far))
      lines.push(line(x + outX * near, y, x + outX * far, y))
      const [bleedX, bleedY] = [x + outX * BLEED, y + outY * BLEED]
      const half = (near + far) / 2
      lines.push(line(bleedX, y + outY * half, bleedX, y + outY * far))
      lines.push(line(x + outX * half, bleedY, x + outX * far, bleedY))
    }
  }
  return `q 1 1 1 1 K ${WEIGHT} w\n${lines.join('\n')}\nQ`
}
