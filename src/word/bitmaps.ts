import { chaptersOf, type Book } from '../model/book.ts'
import { renderPng } from '../picture/render-png.ts'
import type { Family, Template } from '../template/template.ts'
import { bitmapWidth, type Image } from './figure-size.ts'
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
    const faces = facesFor(image, template)
    bitmaps.set(image.path, await renderPng(image.bytes, width, faces, generics(template)))
  }
  return bitmaps
}

/** The faces that a drawing names, and the sans in place of what it does not: reading each costs milliseconds. */
function facesFor(image: Image, template: Template): readonly Uint8Array[] {
  const svg = new TextDecoder().decode(image.bytes)
  if (!svg.includes('<text')) return []
  const families = Object.values(template.families)
  const named = families.filter((family) => svg.includes(family.name))
  const used = named.length > 0 ? named : families.filter((family) => family.kind === 'sans')
  // Optical sizes of one design share a name: one of them is enough.
  const byName = new Map(used.map((family) => [family.name, family]))
  return [...byName.values()].flatMap((family) =>
    Object.values(family.faces).map((face) => face.bytes),
  )
}

/** What CSS's generic families stand for. */
function generics(template: Template): { serif?: string; sansSerif?: string; monospace?: string } {
  const nameOf = (kind: Family['kind']): string | undefined =>
    Object.values(template.families).find((family) => family.kind === kind)?.name
  const [serif, sansSerif, monospace] = [nameOf('serif'), nameOf('sans'), nameOf('mono')]
  return {
    ...(serif !== undefined && { serif }),
    ...(sansSerif !== undefined && { sansSerif }),
    ...(monospace !== undefined && { monospace }),
  }
}
