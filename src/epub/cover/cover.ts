import { strToU8 } from 'fflate'
import type { Book } from '../../model/book.ts'
import { renderPng } from '../../picture/render-png.ts'
import type { Template } from '../../template/template.ts'
import type { Resource } from '../publication.ts'
import { designCover } from './design.ts'
import { coverImageHref, coverImageId } from './href.ts'

/** Pixels. Stores want 1,400 and more of the shorter side. */
const WIDTH = 1600

/** The cover image (EPUB 3.3, D.5: `cover-image`): the book's own, or one that is made of its metadata and the template. */
export async function coverImage(
  book: Book,
  template: Template,
  stamp: string | undefined,
): Promise<Resource> {
  return {
    id: coverImageId,
    properties: 'cover-image',
    href: coverImageHref(book),
    mediaType: book.cover?.format === 'jpeg' ? 'image/jpeg' : 'image/png',
    bytes: await bytesOf(book, template, stamp),
  }
}

/** A drawing becomes pixels: stores and the shelves of readers show no SVG. */
async function bytesOf(
  book: Book,
  template: Template,
  stamp: string | undefined,
): Promise<Uint8Array> {
  const { cover } = book
  if (cover?.format === 'svg') return renderPng(cover.bytes, WIDTH, template)
  if (cover !== undefined) return cover.bytes
  const { svg, faces } = designCover(book, template, stamp)
  const fontFiles = faces.map(({ path }) => path)
  return renderPng(strToU8(svg), WIDTH, template, { loadSystemFonts: false, fontFiles })
}
