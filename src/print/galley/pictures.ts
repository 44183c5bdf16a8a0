import { readDrawing } from '../../picture/read-drawing.ts'
import { renderPng } from '../../picture/render-png.ts'
import { chaptersOf, type Book, type Chapter } from '../../model/book.ts'
import type { Template } from '../../template/template.ts'
import type { Drawing } from '../../picture/drawing.ts'
import type { Picture } from './galley.ts'

/** A picture as it was read. Sizes are user units of an SVG, pixels of another. */
export type SizedPicture = {
  readonly width: number
  readonly height: number
  /** An SVG has no size of its own. */
  readonly isScalable: boolean
} & (
  { readonly type: 'drawing'; readonly drawing: Drawing } | (Picture & { readonly type: 'bitmap' })
)

/** Most pixels across and down of a drawing that can only be shown as pixels: 300 to the inch on most of a page. */
const WIDEST = 2000
const TALLEST = 2700

type ImageFile = Chapter['images'][string]

/** Every picture of the book by its image's bytes, so that one that is shown twice is read once. */
export async function readPictures(
  book: Book,
  template: Template,
): Promise<ReadonlyMap<Uint8Array, SizedPicture>> {
  const pictures = new Map<Uint8Array, SizedPicture>()
  for (const chapter of chaptersOf(book)) {
    for (const image of Object.values(chapter.images)) {
      if (!pictures.has(image.bytes)) pictures.set(image.bytes, await readPicture(image, template))
    }
  }
  return pictures
}

async function readPicture(image: ImageFile, template: Template): Promise<SizedPicture> {
  const { width, height, bytes, path } = image
  const size = { width, height, isScalable: image.format === 'svg' }
  if (image.format !== 'svg') return { type: 'bitmap', key: path, bytes, ...size }
  const drawing = await readDrawing(bytes, template)
  if (drawing !== undefined) return { type: 'drawing', drawing, ...size }
  const pixels = Math.round(width * Math.min(WIDEST / width, TALLEST / height))
  const png = await renderPng(bytes, pixels, template)
  return { type: 'bitmap', key: path, bytes: png, ...size }
}
