import type { Chapter } from '../model/book.ts'
import type { Template } from '../template/template.ts'
import { pt, type Pt } from '../unit/length.ts'

/** An image as a chapter holds it. */
export type Image = Chapter['images'][string]

/** Pixels to the inch at which a bitmap is as large as it should be, as in print. */
const RESOLUTION = 200

/** Share of the page's text that a figure may take, so that its caption stays under it. */
const TALLEST = 0.8

/** Width and height in points: a drawing fills the measure, a bitmap is as large as its pixels make it; both are made smaller where the page is. */
export function figureSize(
  template: Template,
  image: Image,
  measure: Pt,
): { readonly width: Pt; readonly height: Pt } {
  const natural = image.format === 'svg' ? Infinity : 72 / RESOLUTION
  const tallest = template.page.lines * template.styles.body.leading * TALLEST
  const scale = Math.min(
    natural,
    measure / Math.max(1, image.width),
    tallest / Math.max(1, image.height),
  )
  return { width: pt(image.width * scale), height: pt(image.height * scale) }
}

/** Pixels across for the bitmap of an SVG, which stands in for it where SVG is not read. */
export const bitmapWidth = (template: Template, image: Image, measure: Pt): number =>
  Math.round((figureSize(template, image, measure).width / 72) * RESOLUTION)
