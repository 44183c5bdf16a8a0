import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Words } from '../../template/template.ts'
import { ownId } from '../ids.ts'
import type { ContentsEntry, Listing, PageListEntry } from '../publication.ts'

/** A landmark (EPUB 3.3, 7.4.1.3): `type` of the structural semantics vocabulary. */
export interface Landmark {
  readonly type: string
  readonly href: string
  readonly label: string
}

export const contentsId = ownId('contents')

/** The children of the navigation document's body (EPUB 3.3, 7): contents, landmarks, and the printed pages. */
export function navigation(
  words: Words,
  contents: readonly ContentsEntry[],
  landmarks: readonly Landmark[],
  pages: readonly PageListEntry[],
  lists: readonly Listing[] = [],
): Element[] {
  const toc = { 'epub:type': 'toc', role: 'doc-toc', id: contentsId, ariaLabel: words.contents }
  return [
    h('nav', toc, [h('h1', words.contents), entries(contents)]),
    ...lists.map(({ type, title, entries: lines }) =>
      h('nav', { 'epub:type': type, id: ownId(type), ariaLabel: title }, [
        h('h2', title),
        entries(lines),
      ]),
    ),
    h('nav', { 'epub:type': 'landmarks', hidden: 'hidden' }, [
      h(
        'ol',
        landmarks.map(({ type, href, label }) =>
          h('li', h('a', { 'epub:type': type, href }, label)),
        ),
      ),
    ]),
    ...(pages.length === 0 ? [] : [pageList(pages)]),
  ]
}

/** EPUB 3.3, 7.4.1.2, and DPUB-ARIA `doc-pagelist`. */
function pageList(pages: readonly PageListEntry[]): Element {
  const items = pages.map(({ href, folio }) => h('li', h('a', { href }, folio)))
  return h('nav', { 'epub:type': 'page-list', role: 'doc-pagelist', hidden: 'hidden' }, [
    h('ol', items),
  ])
}

function entries(nodes: readonly ContentsEntry[]): Element {
  return h(
    'ol',
    nodes.map(({ href, label, children }) =>
      h('li', [
        h('a', { href }, label.children),
        ...(children.length === 0 ? [] : [entries(children)]),
      ]),
    ),
  )
}
