import type { Element } from 'hast'
import { h } from 'hastscript'
import type { PageMap, PageMark } from '../../edition.ts'
import { ownId } from '../ids.ts'
import type { ContentDocument, PageListEntry } from '../publication.ts'
import type { PageBreak } from './state.ts'

/** Id of the place where a printed page begins; folios are unique in a book. */
const pageId = (folio: string): string => ownId(`page-${folio}`)

/** A printed page begins here (EPUB SSV `pagebreak`, DPUB-ARIA `doc-pagebreak`): nothing to see, its folio to hear. */
export function pageBreak(folio: string): Element {
  return h('span', {
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    id: pageId(folio),
    ariaLabel: folio,
  })
}

/** The page breaks in a chapter's text, by offset of the text node, then in order of the index. */
export function breaksIn(pages: PageMap, chapter: string): Map<number, PageBreak[]> {
  const breaks = new Map<number, PageBreak[]>()
  for (const { folio, begins } of pages) {
    if (begins?.chapter !== chapter) continue
    const inNode = breaks.get(begins.node) ?? []
    inNode.push({ index: begins.index, element: pageBreak(folio) })
    breaks.set(begins.node, inNode)
  }
  for (const inNode of breaks.values()) inNode.sort((a, b) => a.index - b.index)
  return breaks
}

/** The first page of a kind, which begins the document that says the same: title page, colophon. */
export const pageOf = (pages: PageMap, kind: PageMark['kind']): PageMark | undefined =>
  pages.find((page) => page.kind === kind)

/**
 * The pages that are marked in the documents, in their printed order. Pages without text of the
 * publication (blank, contents) are not among them.
 */
export function pageList(pages: PageMap, documents: readonly ContentDocument[]): PageListEntry[] {
  const hrefs = new Map<string, string>()
  for (const { href, children } of documents)
    for (const id of children.flatMap(breakIds)) hrefs.set(id, `${href}#${id}`)
  return pages.flatMap(({ folio }) => {
    const href = hrefs.get(pageId(folio))
    return href === undefined ? [] : [{ href, folio }]
  })
}

function breakIds(element: Element): string[] {
  const { id, role } = element.properties
  if (typeof id === 'string' && [role].flat().includes('doc-pagebreak')) return [id]
  return element.children.flatMap((child) => (child.type === 'element' ? breakIds(child) : []))
}
