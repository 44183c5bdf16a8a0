import type { Element, ElementContent, Properties } from 'hast'
import type { ContentDocument } from '../epub/publication.ts'

/** The documents as parts of one page: their ids told apart, links between them made links within it, images put in. */
export interface Joined {
  readonly parts: readonly { readonly document: ContentDocument; readonly children: Element[] }[]
  /** The address on the page of what had this address in the documents. */
  readonly hrefTo: (href: string) => string
}

/** Joins the documents. `images` by their address in the documents, as `data:` addresses. */
export function joinDocuments(
  documents: readonly ContentDocument[],
  images: ReadonlyMap<string, string>,
): Joined {
  const taken = new Set<string>()
  const ids = new Map<string, string>()
  documents.forEach(({ href, children }, at) => {
    for (const id of children.flatMap(idsIn)) {
      // Anchors are unique in a book; ids of what has none, such as a list of notes, in a document.
      const own = taken.has(id) ? `${id}.${at + 1}` : id
      taken.add(own)
      ids.set(`${href}#${id}`, own)
    }
  })
  const resolve = (href: string, from = ''): string => {
    const [file = '', id] = href.split('#')
    if (id === undefined) return href
    return `#${ids.get(`${file === '' ? from : file}#${id}`) ?? id}`
  }
  const joined = (element: Element, from: string): Element => {
    const { id, href, src } = element.properties
    return {
      ...element,
      properties: {
        ...(isPageBreak(element) ? folioOf(element) : element.properties),
        ...(typeof id === 'string' && { id: ids.get(`${from}#${id}`) ?? id }),
        ...(typeof href === 'string' && !isOutside(href) && { href: resolve(href, from) }),
        ...(typeof src === 'string' && { src: images.get(src) ?? '' }),
      },
      children: element.children.map((child): ElementContent =>
        child.type === 'element' ? joined(child, from) : child,
      ),
    }
  }
  return {
    parts: documents.map((document) => ({
      document,
      children: document.children.map((child) => joined(child, document.href)),
    })),
    hrefTo: (href) => resolve(href),
  }
}

const isPageBreak = ({ properties: { role } }: Element): boolean => role === 'doc-pagebreak'

/** On the web nothing goes to a page by its mark: the folio is shown in the margin, by the style sheet, and said where a note is cited. */
const folioOf = ({ properties: { ariaLabel } }: Element): Properties => ({
  className: ['folio'],
  'data-folio': String(ariaLabel),
})

const isOutside = (href: string): boolean => /^[a-z][a-z0-9+.-]*:/iu.test(href)

function idsIn({ properties, children }: Element): string[] {
  const { id } = properties
  const own = typeof id === 'string' ? [id] : []
  return [...own, ...children.flatMap((child) => (child.type === 'element' ? idsIn(child) : []))]
}
