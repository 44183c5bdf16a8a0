import type { PageMap } from '../edition.ts'
import type { Book, Chapter } from '../model/book.ts'
import { chaptersOf } from '../model/book.ts'
import type { Inline } from '../model/nodes.ts'
import { inlinesOf } from '../model/text.ts'

/**
 * The folio of every note by its anchor: that of the page on which it is called, which a note never
 * leaves. Pages are told by the first character of running text on each.
 */
export function foliosOf(book: Book, pages: PageMap): ReadonlyMap<string, string> {
  const folios = new Map<string, string>()
  for (const chapter of chaptersOf(book)) {
    const order = inlinesInOrder(chapter)
    const places = new Map<number, number>()
    order.forEach((inline, index) => {
      if (!places.has(inline.position.start.offset)) places.set(inline.position.start.offset, index)
    })
    const starts = pages.flatMap(({ folio, begins }) => {
      const place = begins?.chapter === chapter.id ? places.get(begins.node) : undefined
      return place === undefined || begins === undefined ? [] : [{ folio, place }]
    })
    order.forEach((inline, index) => {
      if (inline.type !== 'footnoteReference' || folios.has(inline.note)) return
      const page = starts.findLast(({ place }) => place <= index) ?? starts[0]
      if (page !== undefined) folios.set(inline.note, page.folio)
    })
  }
  return folios
}

const inlinesInOrder = ({ title, children }: Chapter): readonly Inline[] => [
  ...title,
  ...inlinesOf(children),
]
