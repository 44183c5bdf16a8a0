import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type {
  CrossReference,
  Figure,
  FootnoteReference,
  Inline,
  InlineCode,
  Link,
  Table,
  Text,
} from '../../model/nodes.ts'
import { referenceText } from '../../template/words.ts'
import { idOf } from '../ids.ts'
import { brokenAddress } from './address.ts'
import { languageProperties } from './language.ts'
import { liveAddress } from './links.ts'
import { hrefTo, type PageBreak, type State } from './state.ts'

export function inlines(state: State, nodes: readonly Inline[]): ElementContent[] {
  return nodes.flatMap((node) => inline(state, node))
}

function inline(state: State, node: Inline): ElementContent[] {
  switch (node.type) {
    case 'text':
      return text(state, node)
    case 'emphasis':
      return [h('em', inlines(state, node.children))]
    case 'strong':
      return [h('strong', inlines(state, node.children))]
    case 'delete':
      return [h('s', inlines(state, node.children))]
    case 'inlineCode':
      return [inlineCode(state, node)]
    case 'break':
      return [h('br')]
    case 'link':
      return link(state, node)
    case 'footnoteReference':
      return [...breaksBefore(state, node), footnoteReference(state, node)]
    case 'crossReference':
      return crossReference(state, node)
  }
}

function text(state: State, node: Text): ElementContent[] {
  const content = paged(state, node)
  if (node.language === undefined || node.language === state.language) return content
  return [h('span', languageProperties(node.language, state.language), content)]
}

function inlineCode(state: State, node: InlineCode): Element {
  return h('code', { translate: 'no' }, paged(state, node))
}

/** The node's value, parted where a printed page begins in it: inside a word where print divides it. */
export function paged(
  state: State,
  node: { readonly value: string; readonly position: { start: { offset: number } } },
): ElementContent[] {
  const { value } = node
  const write = (from: number, to: number): ElementContent[] =>
    state.isAddress === true
      ? brokenAddress(value, from, to)
      : [{ type: 'text', value: value.slice(from, to) }]
  const content: ElementContent[] = []
  let from = 0
  const breaks = state.pageBreaks.get(node.position.start.offset) ?? []
  for (const { index, element } of breaks.filter((each) => each.index >= 0)) {
    if (index > from) content.push(...write(from, index))
    content.push(element)
    from = Math.max(from, index)
  }
  if (from < value.length) content.push(...write(from, value.length))
  return content
}

/** The same for a node that is not parted: the page begins before it. */
export function breaksBefore(state: State, node: Inline): Element[] {
  return breaksAt(state, node, ({ index }) => index >= 0)
}

/** Where a printed page begins with a block whose first words are not the manuscript's: a figure, the label of a table. */
export function breaksBeforeBlock(state: State, node: Figure | Table): Element[] {
  return breaksAt(state, node, ({ index }) => index < 0)
}

const breaksAt = (
  { pageBreaks }: State,
  { position }: Inline | Figure | Table,
  isWanted: (pageBreak: PageBreak) => boolean,
): Element[] =>
  (pageBreaks.get(position.start.offset) ?? []).filter(isWanted).map(({ element }) => element)

/** HTML 4.5.1: no link inside a link. Where a call or a reference stands in the link's text, the link is parted around it. */
function link(around: State, node: Link): ElementContent[] {
  const state: State = node.bare ? { ...around, isAddress: true } : around
  const href = destination(state, node.url)
  if (href === undefined) return inlines(state, node.children)
  const properties = {
    href,
    ...(node.title === undefined ? {} : { title: node.title }),
    ...(node.bare ? { className: ['address'] } : {}),
  }
  const content: ElementContent[] = []
  let run: Inline[] = []
  const close = (): void => {
    if (run.length > 0) content.push(h('a', properties, inlines(state, run)))
    run = []
  }
  for (const child of node.children) {
    if (isLive(child)) {
      close()
      content.push(...inline(state, child))
    } else run.push(child)
  }
  close()
  return content
}

function destination(state: State, url: string): string | undefined {
  if (!url.startsWith('#')) return liveAddress(url)
  const place = state.find(url.slice(1))
  return place && hrefTo(state, place)
}

function isLive(node: Inline): boolean {
  if (node.type === 'footnoteReference' || node.type === 'crossReference') return true
  return node.type === 'link' || ('children' in node && node.children.some(isLive))
}

/** DPUB-ARIA 1.1 `doc-noteref`. The spoken name says what the number is; it contains the visible text (WCAG 2.5.3). */
function footnoteReference(state: State, node: FootnoteReference): Element {
  const place = state.find(node.note)
  const href = place && hrefTo(state, place)
  return h(
    'a',
    {
      className: ['noteref'],
      'epub:type': 'noteref',
      role: 'doc-noteref',
      ...(href === undefined ? {} : { href }),
      id: idOf(node.anchor),
      ariaLabel: `${state.words.note} ${node.number}`,
    },
    node.number,
  )
}

/** Where print has a page number, it may begin a page at a word that does not stand here. */
function crossReference(state: State, node: CrossReference): ElementContent[] {
  const place = node.anchor === undefined ? undefined : state.find(node.anchor)
  const properties = { className: ['reference'] }
  const value = referenceText(node, state.words)
  const [before, words]: [ElementContent[], ElementContent[]] = node.page
    ? [breaksBefore(state, node), [{ type: 'text', value }]]
    : [[], paged(state, { value, position: node.position })]
  if (place === undefined) return [...before, h('span', properties, words)]
  return [...before, h('a', { ...properties, href: hrefTo(state, place) }, words)]
}
