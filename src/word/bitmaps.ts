import { chaptersOf, type Book } from '../model/book.ts'
import { renderPng } from '../picture/render-png.ts'
import type { Template } from '../template/template.ts'
import { bitmapWidth } from './figure-size.ts'
import { measureOf } from './page.ts'
import type { Bitmaps } from './state.ts'

/** A PNG for each SVG of the book, by path, for every Word that shows no SVG (before 2016), and for LibreOffice. */
export async function drawBitmaps(book: Book, template: Template): Promise<Bitmaps> {
  const drawings = chaptersOf(book)
    .flatMap((chapter) => Object.values(chapter.images))
    .filter((image) => image.format === 'svg')
  const bitmaps = new Map<string, Uint8Array>()
  for (const image of drawings) {
    if (bitmaps.has(image.path)) continue
    const width = bitmapWidth(template, image, measureOf(template))
    bitmaps.set(image.path, await renderPng(image.bytes, width, template))
  }
  return bitmaps
}
