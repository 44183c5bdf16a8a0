import type { Element } from 'xast'
import { x } from 'xastscript'
import { textOf } from '../content/text-of.ts'
import type { Book } from '../../model/book.ts'
import type { ContentsEntry, PageListEntry } from '../publication.ts'

/*
 * The table of contents of EPUB 2 (OPF 2.0.1, 2.4.1), which readers older than EPUB 3 need and others
 * pass over (EPUB 3.3, 5.9). In xastscript a second argument that is an element would be taken for
 * attributes, so children always come as an array.
 */
export function ncx(
  { identifier, title, language }: Book['metadata'],
  contents: readonly ContentsEntry[],
  pages: readonly PageListEntry[],
): Element {
  let order = 0
  const navPoint = ({ href, label, children }: ContentsEntry): Element => {
    order += 1
    const id = `n${order}`
    return x('navPoint', { id, playOrder: String(order) }, [
      navLabel(textOf(label)),
      x('content', { src: href }),
      ...children.map(navPoint),
    ])
  }
  const navMap = x('navMap', contents.map(navPoint))
  const attributes = {
    xmlns: 'http://www.daisy.org/z3986/2005/ncx/',
    version: '2005-1',
    'xml:lang': language,
  }
  return x('ncx', attributes, [
    x('head', [
      meta('dtb:uid', identifier),
      meta('dtb:depth', String(depth(contents))),
      meta('dtb:totalPageCount', String(pages.length)),
      meta('dtb:maxPageNumber', String(Math.max(0, ...pages.map(({ folio }) => numeric(folio))))),
    ]),
    x('docTitle', [x('text', [title])]),
    navMap,
    ...(pages.length === 0
      ? []
      : [
          x(
            'pageList',
            pages.map((page) => pageTarget(page, (order += 1))),
          ),
        ]),
  ])
}

function pageTarget({ href, folio }: PageListEntry, order: number): Element {
  const value = numeric(folio)
  const type = value > 0 ? { type: 'normal', value: String(value) } : { type: 'front' }
  return x('pageTarget', { id: `n${order}`, playOrder: String(order), ...type }, [
    navLabel(folio),
    x('content', { src: href }),
  ])
}

const numeric = (folio: string): number => (/^\d+$/u.test(folio) ? Number(folio) : 0)

const navLabel = (text: string): Element => x('navLabel', [x('text', [text])])

const meta = (name: string, content: string): Element => x('meta', { name, content })

const depth = (nodes: readonly ContentsEntry[]): number =>
  nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ children }) => depth(children)))
