import type { Container } from './container.ts'
import { UnreadableEdition } from './reading.ts'
import { elementsIn, walkXml, type XmlElement } from './xml.ts'

/** An XHTML file of the publication. */
export interface EpubDocument {
  /** Path in the zip file: `EPUB/kazakhstan.xhtml`. */
  readonly path: string
  readonly root: XmlElement
  /** True where it is read in order; false for navigation beside it. */
  readonly isRead: boolean
}

/** Finds the publication's XHTML files, those of the spine in its order first (EPUB 3.3, 4.2.6.3.1 and 5.7). */
export function documentsOf(container: Container): readonly EpubDocument[] {
  const rootfile = find(container.xml('META-INF/container.xml'), 'rootfile')
  const packagePath = rootfile?.attributes['full-path']
  if (packagePath === undefined) throw new UnreadableEdition('its container names no package')
  const root = container.xml(packagePath)
  const items = new Map<string, string>()
  for (const item of walkXml(root)) {
    const { id, href, 'media-type': type } = item.attributes
    if (item.name !== 'item' || id === undefined || href === undefined) continue
    if (type === 'application/xhtml+xml') items.set(id, resolvePath(packagePath, href))
  }
  const spine = find(root, 'spine')
  const itemrefs = spine === undefined ? [] : elementsIn(spine, 'itemref')
  const documents = itemrefs.flatMap(({ attributes }): EpubDocument[] => {
    const path = items.get(attributes['idref'] ?? '')
    if (path === undefined) return []
    return [{ path, root: container.xml(path), isRead: attributes['linear'] !== 'no' }]
  })
  const seen = new Set(documents.map(({ path }) => path))
  const others = [...items.values()]
    .filter((path) => !seen.has(path))
    .map((path) => ({ path, root: container.xml(path), isRead: false }))
  return [...documents, ...others]
}

/** `images/../a.xhtml` from `EPUB/package.opf` is `EPUB/a.xhtml`. */
export function resolvePath(from: string, href: string): string {
  // No EPUB is at this address: it only lends the URL standard's way of resolving.
  const url = new URL(href, new URL(from, 'epub://publication/'))
  return decodeURIComponent(url.pathname.replace(/^\//u, ''))
}

const find = (root: XmlElement, name: string): XmlElement | undefined => {
  for (const element of walkXml(root)) if (element.name === name) return element
  return undefined
}

/** True where `epub:type` has the word. */
export const hasType = (element: XmlElement, type: string): boolean =>
  (element.attributes['epub:type'] ?? '').split(/\s+/u).includes(type)
