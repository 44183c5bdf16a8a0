import type { Element } from 'hast'
import { h } from 'hastscript'
import { chaptersOf, type Book, type Chapter } from '../../model/book.ts'
import type { FrontMatter } from '../../model/front-matter.ts'
import { sourcesOf } from '../../model/sources.ts'
import { inlineText } from '../../model/text.ts'
import { INDEX, type PageMap } from '../../edition.ts'
import { wordsFor } from '../../template/words.ts'
import type { Template } from '../../template/template.ts'
import { fileStem, takeName } from '../ids.ts'
import type { ImageNames } from '../images.ts'
import type { ContentDocument, ContentsEntry, Listing } from '../publication.ts'
import { drawingWidth } from '../style/drawing-size.ts'
import { coverImageHref } from '../cover/href.ts'
import { chapter } from './chapter.ts'
import { chapterContents } from './contents.ts'
import { colophon, coverPage, titlePage } from './front-matter.ts'
import { breaksIn, pageBreak, pageOf } from './page-breaks.ts'
import { listings } from './floats.ts'
import { placesOf } from './places.ts'
import { indexId, sourcesIndex } from './sources-index.ts'
import type { State } from './state.ts'

const coverHref = 'cover.xhtml'
const indexHref = 'sources.xhtml'
const titlePageHref = 'title-page.xhtml'
const colophonHref = 'colophon.xhtml'
export const navigationHref = 'nav.xhtml'

/** All that is read, in reading order, with its lines in the contents. */
export interface Reading {
  readonly documents: readonly ContentDocument[]
  readonly contents: readonly ContentsEntry[]
  readonly lists: readonly Listing[]
}

export function reading(
  book: Book,
  template: Template,
  matter: FrontMatter,
  images: ImageNames,
  pages: PageMap,
  stamp: string | undefined,
): Reading {
  const chapters = chaptersOf(book)
  const hrefs = chapterHrefs(chapters)
  const places = placesOf(chapters, hrefs)
  const stateOf = (file: string, language: string, id?: string): State => ({
    file,
    language,
    words: wordsFor(template, language),
    find: (anchor) => places.get(anchor),
    image: (key) => {
      const { href, shape } = images.find(id ?? '', key)
      const width = shape === undefined ? undefined : drawingWidth(template, shape)
      return width === undefined ? { href } : { href, width }
    },
    pageBreaks: id === undefined ? new Map() : breaksIn(pages, id),
  })

  const front = frontDocuments(book, matter, stateOf, pages, stamp)
  const set = chapters.map((node, at) => {
    const state = stateOf(hrefs.get(node.id) ?? '', node.language, node.id)
    const document: ContentDocument = {
      id: `chapter-${at + 1}`,
      href: state.file,
      title: inlineText(node.title),
      language: node.language,
      matter: 'bodymatter',
      children: [chapter(state, node)],
    }
    const contents = chapterContents(state, node, book.metadata.language)
    return { document, contents, chapter: node, state }
  })
  const { language } = book.metadata
  const back = indexDocument(book, stateOf(indexHref, language, INDEX))
  return {
    documents: [...front, ...set.map(({ document }) => document), ...back],
    contents: [...set.map(({ contents }) => contents), ...back.map(toEntry)],
    lists: listings(set, wordsFor(template, language)),
  }
}

/** The index of sources, where the book asks for one and has any. */
function indexDocument(book: Book, state: State): ContentDocument[] {
  const hosts = book.metadata.sourcesIndex ? sourcesOf(book) : []
  if (hosts.length === 0) return []
  return [
    {
      id: 'index',
      href: state.file,
      title: state.words.index,
      language: state.language,
      matter: 'backmatter',
      children: [sourcesIndex(state, hosts)],
    },
  ]
}

const toEntry = ({ href, title }: ContentDocument): ContentsEntry => ({
  href: `${href}#${indexId}`,
  label: h('span', title),
  children: [],
})

/** A file a chapter, named after it; `chapter-3` where its name has no letter that every file system takes. */
function chapterHrefs(chapters: readonly Chapter[]): Map<string, string> {
  const taken = new Set([coverHref, indexHref, titlePageHref, colophonHref, navigationHref])
  return new Map(
    chapters.map(({ id }, at) => [id, takeName(taken, fileStem(id, `chapter-${at + 1}`), 'xhtml')]),
  )
}

function frontDocuments(
  book: Book,
  matter: FrontMatter,
  stateOf: (file: string, language: string) => State,
  pages: PageMap,
  stamp: string | undefined,
): ContentDocument[] {
  const { language, title } = book.metadata
  const document = (id: string, href: string, name: string, content: Element): ContentDocument => {
    return { id, href, title: name, language, matter: 'frontmatter', children: [content] }
  }
  const first = stateOf(titlePageHref, language)
  const second = stateOf(colophonHref, language)
  const opened = (content: Element, kind: 'title' | 'colophon'): Element => {
    const page = pageOf(pages, kind)
    return page === undefined
      ? content
      : { ...content, children: [pageBreak(page.folio), ...content.children] }
  }
  const titled = opened(titlePage(first, matter.titlePage, stamp), 'title')
  const imprint = opened(colophon(second, matter.colophon), 'colophon')
  const { authors } = book.metadata
  const shown = [title, ...authors].join(', ')
  const cover = coverPage(coverImageHref(book), `${first.words.cover}: ${shown}`)
  return [
    document('cover', coverHref, first.words.cover, cover),
    document('title-page', titlePageHref, title, titled),
    ...(matter.colophon.length === 0
      ? []
      : [document('colophon', colophonHref, second.words.colophon, imprint)]),
  ]
}
