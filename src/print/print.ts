/**
 * In: a Book, a Template, title page and colophon; or the Book as it was laid out.
 * Out: the print edition, a PDF, and what is on which page; undefined where a character cannot be drawn.
 * Never: reads a file.
 */
import type { Warned } from '../diagnostic/diagnostic.ts'
import type { Edition } from '../edition.ts'
import { chaptersOf, type Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'
import { layOut, pageMapOf, type Layout } from './lay-out.ts'
import { paint, type Purpose } from './paint/paint.ts'
import { tagPages } from './tag/tag-pages.ts'

/** Makes the print edition, from the Book to the file. */
export async function print(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  purpose?: Purpose,
): Promise<Warned<Edition | undefined>> {
  const { value: layout, diagnostics } = await layOut(book, template, frontMatter)
  return { value: layout && printPages(book, template, layout, purpose), diagnostics }
}

/** Makes the print edition of a book that is laid out. */
export function printPages(
  book: Book,
  template: Template,
  layout: Layout,
  purpose: Purpose = { archive: 'PDF/A-2a' },
): Edition {
  // Every item is a part of the document's structure or an artifact; then pages become a PDF.
  const tagged = tagPages(layout.pages, book, template)
  return {
    kind: 'print',
    name: book.name,
    bytes: paint(tagged, template, book.metadata, titleOf(book), layout.outline, purpose),
    pages: pageMapOf(layout),
    ...(purpose.press !== undefined && { isForPress: true }),
  }
}

/** Of one chapter alone: the chapter's title before the book's. */
function titleOf(book: Book): string {
  const [chapter, ...others] = chaptersOf(book)
  const { title } = book.metadata
  return chapter === undefined || others.length > 0 || chapter.shortTitle === title
    ? title
    : `${chapter.shortTitle} – ${title}`
}
