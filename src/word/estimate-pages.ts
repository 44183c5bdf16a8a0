import type { IPropertiesOptions } from 'docx'
import { chaptersOf, type Book } from '../model/book.ts'
import { inlinesOf } from '../model/text.ts'
import type { Template } from '../template/template.ts'

/** What `docx` asks for the page of each bookmark. */
export type PageEstimator = NonNullable<IPropertiesOptions['pageNumbers']>

/**
 * An estimator of pages with the template's own faces, so that contents and page references read
 * nearly right before Word has counted. Undefined where the book has neither: `docx/layout` is large.
 */
export async function pageEstimator(
  book: Book,
  template: Template,
): Promise<PageEstimator | undefined> {
  if (!hasPageNumbers(book)) return undefined
  const { estimatePageNumbersWith } = await import('docx/layout')
  const byName = new Map(Object.values(template.families).map((family) => [family.name, family]))
  return estimatePageNumbersWith({
    // Past what it cannot lay out as Word does (the forms of figures): nearly right is better than blank.
    guess: true,
    fonts: [...byName.values()].map((family) => ({
      name: family.name,
      data: family.faces.regular.bytes,
    })),
  })
}

/** True where something in the book says a page number: contents, or a reference to a page. */
function hasPageNumbers(book: Book): boolean {
  const chapters = chaptersOf(book)
  if (chapters.length > 1) return true
  return chapters.some((chapter) =>
    [chapter.children, ...chapter.notes.map((note) => note.children)].some((blocks) =>
      [...inlinesOf(blocks)].some((node) => node.type === 'crossReference' && node.page),
    ),
  )
}
