/*
 * In: the Book, the Template, title page and colophon, and print's pages where there is a print edition.
 * Out: the EPUB 3.3 edition.
 * Never: counts a note, fetches or reads the manuscript's files, asks for the time.
 */
import { strToU8 } from 'fflate'
import type { Element as HtmlElement } from 'hast'
import type { Element as XmlElement } from 'xast'
import type { Warned } from '../diagnostic/diagnostic.ts'
import type { Edition, PageMap } from '../edition.ts'
import { chaptersOf, notesOf, type Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'
import { stampText, wordsFor } from '../template/words.ts'
import { bodyOf, htmlOf } from './content/document.ts'
import { navigationHref, reading, type Reading } from './content/documents.ts'
import { pageList } from './content/page-breaks.ts'
import { nameImages } from './images.ts'
import { coverImage } from './cover/cover.ts'
import { conforms } from './package/conformance.ts'
import { container } from './package/container.ts'
import { landmarksOf } from './package/landmarks.ts'
import { metadata } from './package/metadata.ts'
import { navigation } from './package/navigation.ts'
import { ncx } from './package/ncx.ts'
import { packageDocument, type SpineItem } from './package/package-document.ts'
import { zip, type ContainerFile } from './package/zip.ts'
import type { ContentDocument, PageListEntry, Resource } from './publication.ts'
import { letterDrawings } from './style/drawings.ts'
import { embedFonts } from './style/fonts.ts'
import { stylesheet } from './style/stylesheet.ts'
import { warmSubset } from './style/subset.ts'
import { fromHast, writeXml } from './xml.ts'

/** Loads what making takes, while the manuscript is being read. */
export const warmUp = warmSubset

/** Makes the EPUB edition. With `pages`, the pages of the print edition are marked and listed. */
export async function epub(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  pages: PageMap = [],
): Promise<Warned<Edition | undefined>> {
  warmSubset()
  const { date, language } = book.metadata
  const stamp = stampText(book.metadata, wordsFor(template, language))

  // Drawn beside this thread, where there is one.
  const cover = coverImage(book, template, stamp)
  const images = nameImages(chaptersOf(book))
  const read = reading(book, template, frontMatter, images, pages, stamp)
  const listed = pageList(pages, read.documents)
  const nav = navigationDocument(book, template, read, listed)

  // After all content, navigation included: the faces are cut down to what it says.
  const fonts = await embedFonts(template, [...read.documents, nav].map(bodyOf))
  const pictures = await letterDrawings(template, images.resources)
  const resources: Resource[] = [
    { ...contentResource(nav), properties: 'nav' },
    ...read.documents.map(contentResource),
    xmlResource(
      'ncx',
      'toc.ncx',
      'application/x-dtbncx+xml',
      ncx(book.metadata, read.contents, listed),
    ),
    {
      id: 'style',
      href: 'style.css',
      mediaType: 'text/css',
      bytes: strToU8(stylesheet(template, fonts.faces)),
    },
    await cover,
    ...fonts.resources,
    ...pictures,
  ]
  const about = metadata(
    book.metadata,
    {
      figures: images.resources.length > 0,
      notes: notesOf(book).length > 0,
      tables: read.documents.some(({ children }) => children.some(hasTable)),
      pages: listed.length > 0,
      conforms: conforms(book, template),
    },
    stamp,
  )
  const opf = packageDocument(book.metadata.language, about, resources, spineOf(read, nav))
  const bytes = zip(filesOf(opf, resources), date)
  return { value: { kind: 'epub', name: book.name, bytes }, diagnostics: [] }
}

function navigationDocument(
  book: Book,
  template: Template,
  read: Reading,
  pages: readonly PageListEntry[],
): ContentDocument {
  const { language } = book.metadata
  const words = wordsFor(template, language)
  const landmarks = landmarksOf(words, read.documents, navigationHref)
  return {
    id: 'nav',
    href: navigationHref,
    title: words.contents,
    language,
    matter: 'frontmatter',
    children: navigation(words, read.contents, landmarks, pages, read.lists),
  }
}

/** The contents stand before the chapters, beside the reading order: readers have their own way to show them. */
function spineOf(read: Reading, nav: ContentDocument): SpineItem[] {
  const of = (wanted: ContentDocument['matter']): SpineItem[] =>
    read.documents.filter(({ matter }) => matter === wanted).map(({ id }) => ({ id }))
  return [
    ...of('frontmatter'),
    { id: nav.id, aside: true },
    ...of('bodymatter'),
    ...of('backmatter'),
  ]
}

function filesOf(opf: XmlElement, resources: readonly Resource[]): ContainerFile[] {
  const path = 'EPUB/package.opf'
  return [
    { path: 'META-INF/container.xml', bytes: strToU8(writeXml(container(path))) },
    { path, bytes: strToU8(writeXml(opf)) },
    ...resources.map(({ href, bytes }) => ({ path: `EPUB/${href}`, bytes })),
  ]
}

const contentResource = (document: ContentDocument): Resource => ({
  id: document.id,
  href: document.href,
  mediaType: 'application/xhtml+xml',
  bytes: strToU8(writeXml(fromHast(htmlOf(document)), 'html')),
})

const xmlResource = (id: string, href: string, mediaType: string, root: XmlElement): Resource => ({
  id,
  href,
  mediaType,
  bytes: strToU8(writeXml(root)),
})

const hasTable = (element: HtmlElement): boolean =>
  element.tagName === 'table' ||
  element.children.some((child) => child.type === 'element' && hasTable(child))
