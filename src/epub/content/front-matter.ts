import type { Element } from 'hast'
import { h } from 'hastscript'
import type { MatterBlock } from '../../model/front-matter.ts'
import { inlines } from './inlines.ts'
import type { State } from './state.ts'

/** The page that shows the cover (EPUB SSV `cover`); what the image says is its alternative text. */
export function coverPage(src: string, alt: string): Element {
  return h('section', { className: ['cover-page'], 'epub:type': 'cover' }, [
    h('img', { src, alt, role: 'doc-cover' }),
  ])
}

/** The title page; `stamp` is the line that says that the edition is not final. */
export function titlePage(state: State, nodes: readonly MatterBlock[], stamp?: string): Element {
  return h('section', { className: ['title-page'], 'epub:type': 'titlepage' }, [
    ...nodes.map((node) => matterBlock(state, node)),
    ...(stamp === undefined ? [] : [h('p', { className: ['stamp'] }, h('strong', stamp))]),
  ])
}

/** The colophon: edition, date, rights. Named by a label, since the page shows no heading. */
export function colophon(state: State, nodes: readonly MatterBlock[]): Element {
  return h(
    'section',
    {
      className: ['colophon-page'],
      'epub:type': 'colophon',
      role: 'doc-colophon',
      ariaLabel: state.words.colophon,
    },
    nodes.map((node) => matterBlock(state, node)),
  )
}

function matterBlock(state: State, node: MatterBlock): Element {
  const content = inlines(state, node.children)
  switch (node.role) {
    case 'title':
      return h('h1', { className: ['book-title'] }, content)
    case 'subtitle':
      return h('p', { className: ['book-subtitle'], role: 'doc-subtitle' }, content)
    case 'chapter':
      return h('p', { className: ['book-chapter'] }, content)
    case 'text':
      return h('p', content)
  }
}
