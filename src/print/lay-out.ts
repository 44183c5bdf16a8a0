/**
 * In: a Book, a Template, title page and colophon.
 * Out: the book's pages with all that stands on them; undefined where a character cannot be drawn.
 * Never: paints, or reads a file, but the WebAssembly of its shaper.
 */
import { isError, type Warned } from '../diagnostic/diagnostic.ts'
import type { PageMap } from '../edition.ts'
import { chaptersOf, type Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'
import { stampText, wordsFor } from '../template/words.ts'
import { compose } from './galley/compose.ts'
import type { SetLines } from './galley/composer.ts'
import { readPictures, type SizedPicture } from './galley/pictures.ts'
import { breakLines } from './line/break-lines.ts'
import type { Page } from './page/page.ts'
import { paginate, type Imprint } from './page/paginate.ts'
import { openType, type Typesetter } from './type/open-type.ts'

/** A book that is set and paged. Not plain data: it holds the faces that it was set in. */
export interface Layout {
  readonly pages: readonly Page[]
  readonly outline: Typesetter['outline']
}

/** Sets a book and pages it. */
export async function layOut(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
): Promise<Warned<Layout | undefined>> {
  // The faces and the hyphenation of every language in the book are opened while pictures are read.
  const faces = Object.values(template.families).flatMap((family) => Object.values(family.faces))
  const [typesetter, pictures] = await Promise.all([
    openType(faces, languagesOf(book), book.metadata.hyphenation.exceptions),
    readPictures(book, template),
  ])
  const { value: pages, diagnostics } = setPages(book, template, frontMatter, typesetter, pictures)
  return {
    value: pages === undefined ? undefined : { pages, outline: typesetter.outline },
    diagnostics,
  }
}

/** Sets the book and pages it. The galley, as large as the pages, is let go before they are painted. */
function setPages(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  typesetter: Typesetter,
  pictures: ReadonlyMap<Uint8Array, SizedPicture>,
): Warned<readonly Page[] | undefined> {
  const setLines: SetLines = (runs, settings) => breakLines(typesetter, runs, settings)

  // Blocks and notes become slugs of set type. What no face can draw stops the edition here.
  const galley = compose(book, template, frontMatter, typesetter, setLines, pictures)
  if (galley.diagnostics.some(isError)) return { value: undefined, diagnostics: galley.diagnostics }

  // Slugs are put on pages: notes with their calls, furniture round them, page numbers filled in.
  const setter = { template, setLines, language: book.metadata.language }
  const pages = paginate(galley.value, imprintOf(book, template), setter)
  return { value: pages.value, diagnostics: [...galley.diagnostics, ...pages.diagnostics] }
}

/** Every language that is set, the book's first. */
function languagesOf(book: Book): readonly string[] {
  const { language, languages } = book.metadata
  const chapters = chaptersOf(book).map((chapter) => chapter.language)
  return [...new Set([language, ...chapters, ...Object.values(languages)])]
}

function imprintOf(book: Book, template: Template): Imprint {
  const { metadata } = book
  const words = wordsFor(template, metadata.language)
  const stamp = stampText(metadata, words)
  return {
    title: metadata.title,
    shortTitle: metadata.shortTitle ?? metadata.title,
    chapterTitles: new Map(chaptersOf(book).map((chapter) => [chapter.id, chapter.shortTitle])),
    firstFolio: metadata.firstFolio,
    words,
    ...(stamp !== undefined && { stamp }),
  }
}

/** What is on which page. */
export const pageMapOf = ({ pages }: Layout): PageMap =>
  pages.map(({ folio, kind, begins, items }) => ({
    folio,
    kind,
    anchors: items.flatMap((item) => (item.type === 'anchor' ? [item.name] : [])),
    ...(begins !== undefined && { begins }),
  }))
