/**
 * In: pages, the faces of the template and the outlines of their glyphs, the book's metadata.
 * Out: the bytes of a PDF.
 * Never: decides where anything stands.
 */
import type { Book } from '../../model/book.ts'
import type { Template } from '../../template/template.ts'
import type { PictureMark } from '../galley/galley.ts'
import type { Page, Placed } from '../page/page.ts'
import { Content } from './content.ts'
import { drawingOperators } from './drawing.ts'
import { openFonts, type Fonts, type Outlines } from './glyphs.ts'
import { linkLine, marksOf } from './links.ts'
import { infoOf, pageLabels, xmpOf } from './metadata.ts'
import { outlineOf } from './outline.ts'
import {
  closePage,
  openDocument,
  setCatalog,
  useOpacity,
  writeOutline,
  type PdfDocument,
  type PdfObject,
} from './pdfkit-private.ts'

/** Names for links to come to lie this far over the letters. */
const ABOVE = 2

export async function paint(
  pages: readonly Page[],
  template: Template,
  metadata: Book['metadata'],
  title: string,
  outlines: Outlines,
): Promise<Uint8Array> {
  const document = openDocument({
    language: metadata.language,
    info: infoOf(metadata, title),
    xmp: xmpOf(metadata, title),
  })
  const bytes = collect(document)
  const faces = Object.values(template.families).flatMap((family) => Object.values(family.faces))
  const fonts = openFonts(document, faces, outlines)
  const destinations = new Set(pages.flatMap((page) => page.items.flatMap(namesOf)))
  const states = new Map<string, PdfObject>()
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 })
    const painter: Painter = {
      document,
      fonts,
      content: new Content(page.height, fonts),
      page,
      destinations,
      states,
    }
    // pdfkit turns the page upside down; type stands on its feet.
    painter.content.add(`1 0 0 -1 0 ${page.height} cm`)
    for (const item of page.items) paintItem(painter, item)
    document.addContent(bytesOf(painter.content))
    closePage(document)
  }
  fonts.write()
  writeOutline(document, outlineOf(pages))
  setCatalog(document, 'PageLabels', pageLabels(pages))
  document.end()
  return bytes
}

interface Painter {
  readonly document: PdfDocument
  readonly fonts: Fonts
  readonly content: Content
  readonly page: Page
  readonly destinations: ReadonlySet<string>
  readonly states: Map<string, PdfObject>
}

/** Names that an item gives to its place. */
const namesOf = (item: Placed): readonly string[] =>
  item.type === 'anchor'
    ? [item.name]
    : item.type === 'line'
      ? marksOf(item.line).map(([name]) => name)
      : []

function paintItem(painter: Painter, item: Placed): void {
  const { document, content, destinations } = painter
  switch (item.type) {
    case 'line':
      content.line(item.line, item.x, item.y)
      // A head row that is set again names no place twice.
      if (item.owner.part !== 'repeat') {
        for (const [name, run] of marksOf(item.line)) {
          document.addNamedDestination(
            name,
            'XYZ',
            item.x + run.x,
            item.y - run.size - ABOVE,
            null as never,
          )
        }
      }
      linkLine(document, item, destinations)
      return
    case 'rule':
      content.rule(item.x, item.y, item.width, item.weight, item.color)
      return
    case 'anchor':
      document.addNamedDestination(item.name, 'XYZ', item.x, item.y, null as never)
      return
    case 'picture':
      paintPicture(painter, item)
      return
    default:
      item satisfies never
  }
}

function paintPicture(
  { document, content, page, fonts, states }: Painter,
  mark: PictureMark,
): void {
  const { picture, x, y, width, height } = mark
  if (picture.type === 'drawing') {
    const box = { x, y: page.height - y, width, height }
    const opacity = (fill: number, stroke: number): string =>
      useOpacity(document, states, fill, stroke)
    content.add(drawingOperators(picture.drawing, picture.lines, box, fonts, opacity))
    return
  }
  content.add(`q 1 0 0 -1 0 ${page.height} cm`)
  document.addContent(bytesOf(content))
  document.image(picture.bytes as Buffer, x, y, { width, height })
  content.add('Q')
}

/** Operators are ASCII; pdfkit would encode them letter by letter. Its types know no bytes here. */
const bytesOf = (content: Content): string =>
  Buffer.from(`${content.take()}\n`, 'latin1') as unknown as string

async function collect(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of document) chunks.push(chunk as Uint8Array)
  return new Uint8Array(Buffer.concat(chunks))
}
