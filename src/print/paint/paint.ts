/**
 * In: tagged pages, the faces of the template and the outlines of their glyphs, the book's metadata.
 * Out: the bytes of a PDF.
 * Never: decides where anything stands.
 */
import type { Book } from '../../model/book.ts'
import type { Template } from '../../template/template.ts'
import type { PictureMark } from '../galley/galley.ts'
import type { Page, Placed } from '../page/page.ts'
import { marksOf } from '../tag/link-target.ts'
import type { LinkArea, TaggedItem, TagKid, TaggedPages } from '../tag/tree.ts'
import { Content } from './content.ts'
import { drawingOperators } from './drawing.ts'
import { openFonts, type Fonts, type Outlines } from './glyphs.ts'
import { pressInks, screenInks, type Inks } from './inks.ts'
import { addLink } from './links.ts'
import { infoOf, pageLabels, xmpOf, type Archive } from './metadata.ts'
import { number } from './number.ts'
import { outlineOf } from './outline.ts'
import {
  closePage,
  openDocument,
  pageObject,
  setCatalog,
  useOpacity,
  writeOutputIntent,
  writeOutline,
  type PdfDocument,
  type PdfObject,
} from './pdfkit-private.ts'
import { boxesOf, cropMarks } from './press.ts'
import { srgbProfile } from './srgb-profile.ts'
import { writeStructure } from './structure.ts'

/** Names for links to come to lie this far over the letters. */
const ABOVE = 2

/** What a file is made for. */
export interface Purpose {
  /** For reading and keeping; absence means for the press, whose inks no archive standard takes without a profile. */
  readonly archive?: Archive
  /** For the press: four inks, boxes for trim and bleed, marks where they are wanted. */
  readonly press?: { readonly marks: boolean }
}

export function paint(
  tagged: TaggedPages,
  template: Template,
  metadata: Book['metadata'],
  title: string,
  outlines: Outlines,
  purpose: Purpose,
): Uint8Array {
  const { document, bytes } = openDocument({
    language: metadata.language,
    info: infoOf(metadata, title),
    xmp: xmpOf(metadata, title, purpose.archive),
    // PDF/A-1 is of the time of PDF 1.4 (ISO 19005-1, 6.1.2).
    version: purpose.archive === 'PDF/A-1b' ? '1.4' : '1.7',
  })
  const inks = purpose.press === undefined ? screenInks : pressInks(template.inks)
  const faces = Object.values(template.families).flatMap((family) => Object.values(family.faces))
  const fonts = openFonts(document, faces, outlines)
  const states = new Map<string, PdfObject>()
  const areas = areasByPage(tagged)
  const written = { pages: [] as PdfObject[], annotations: new Map<LinkArea, PdfObject>() }
  tagged.pages.forEach(({ page, items }, index) => {
    document.addPage({ size: [page.width, page.height], margin: 0 })
    const content = new Content(page.height, fonts, inks)
    const painter: Painter = { document, fonts, content, page, states, inks }
    // pdfkit turns the page upside down; type stands on its feet.
    content.add(`1 0 0 -1 0 ${page.height} cm`)
    for (const item of page.items) namePlaces(document, item)
    for (const item of items) paintItem(painter, item)
    if (purpose.press?.marks === true) {
      content.begin({ type: 'Artifact', artifact: 'layout' })
      content.add(cropMarks(page))
      content.end()
    }
    document.addContent(bytesOf(content))
    const object = pageObject(document)
    Object.assign(object.data, {
      StructParents: index,
      Tabs: 'S',
      ...(purpose.press !== undefined && boxesOf(page, purpose.press.marks)),
    })
    written.pages.push(object)
    for (const area of areas[index] ?? []) {
      const key = tagged.pages.length + written.annotations.size
      written.annotations.set(area, addLink(document, area, page.height, key))
    }
    closePage(document)
  })
  fonts.write()
  writeStructure(document, tagged, { ...written, areas: [...written.annotations.keys()] })
  const pages = tagged.pages.map(({ page }) => page)
  writeOutline(document, outlineOf(pages))
  setCatalog(document, 'PageLabels', pageLabels(pages))
  if (purpose.archive !== undefined) {
    writeOutputIntent(document, 'sRGB IEC61966-2.1', srgbProfile())
  }
  document.end()
  return bytes()
}

interface Painter {
  readonly document: PdfDocument
  readonly fonts: Fonts
  readonly content: Content
  readonly page: Page
  readonly states: Map<string, PdfObject>
  readonly inks: Inks
}

/** The live areas of each page, in the order of the structure. */
function areasByPage({ pages, root }: TaggedPages): readonly (readonly LinkArea[])[] {
  const areas = pages.map((): LinkArea[] => [])
  const visit = (kid: TagKid): void => {
    if (kid.type === 'area') areas[kid.page]?.push(kid)
    else if (kid.type !== 'content') kid.kids.forEach(visit)
  }
  visit(root)
  return areas
}

/** Gives an item's place its names: those of anchors and of the calls in a line. */
function namePlaces(document: PdfDocument, item: Placed): void {
  const name = (anchor: string, x: number, y: number): void => {
    document.addNamedDestination(anchor, 'XYZ', x, y, null as never)
  }
  if (item.type === 'anchor') name(item.name, item.x, item.y)
  // A head row that is set again names no place twice.
  if (item.type !== 'line' || item.owner.part === 'repeat') return
  for (const [anchor, run] of marksOf(item.line.runs)) {
    const over = run.size + ABOVE
    if (item.isTurned === true) name(anchor, item.x - over, item.y - run.x)
    else name(anchor, item.x + run.x, item.y - over)
  }
}

function paintItem(painter: Painter, item: TaggedItem): void {
  const { content } = painter
  if (item.type === 'line') {
    content.line(item.pieces, item.mark.x, item.mark.y, item.mark.isTurned)
    return
  }
  const { mark, tag } = item
  content.begin(tag)
  if (mark.type === 'picture') paintPicture(painter, mark)
  else if (mark.step !== undefined) content.dots(mark)
  else content.rule(mark)
  content.end()
}

function paintPicture(
  { document, content, page, fonts, states, inks }: Painter,
  mark: PictureMark,
): void {
  const { picture, x, y, width, height } = mark
  if (picture.type === 'drawing') {
    const [low, isTurned] = [page.height - y, mark.isTurned === true]
    const box = isTurned ? { x: 0, y: 0, width, height } : { x, y: low, width, height }
    const opacity = (fill: number, stroke: number): string =>
      useOpacity(document, states, fill, stroke)
    const drawn = drawingOperators(picture.drawing, picture.lines, box, fonts, inks, opacity)
    content.add(isTurned ? `q 0 1 -1 0 ${number(x)} ${number(low)} cm\n${drawn}\nQ` : drawn)
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
