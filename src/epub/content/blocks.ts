import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Block, Code, Heading, List, ListItem, Paragraph } from '../../model/nodes.ts'
import { idOf } from '../ids.ts'
import { figure } from './figure.ts'
import { inlines, paged } from './inlines.ts'
import type { State } from './state.ts'
import { table } from './table.ts'

export function blocks(state: State, nodes: readonly Block[]): Element[] {
  return nodes.map((node) => block(state, node))
}

export function block(state: State, node: Block): Element {
  switch (node.type) {
    case 'heading':
      return heading(state, node)
    case 'paragraph':
      return paragraph(state, node)
    case 'blockquote':
      return h('blockquote', blocks(state, node.children))
    case 'list':
      return list(state, node)
    case 'table':
      return table(state, node)
    case 'figure':
      return figure(state, node)
    case 'code':
      return code(state, node)
    case 'thematicBreak':
      return h('hr')
  }
}

function heading(state: State, node: Heading): Element {
  return h(`h${node.level}`, { id: idOf(node.anchor) }, inlines(state, node.children))
}

function paragraph(state: State, node: Paragraph): Element {
  return h('p', inlines(state, node.children))
}

function code(state: State, node: Code): Element {
  return h('pre', h('code', { translate: 'no' }, paged(state, node)))
}

function list(state: State, node: List): Element {
  const depth = (state.lists ?? 0) + 1
  const last = String(node.start + node.children.length - 1).length
  const className = [
    // Bullets go by the depth among lists of both kinds, which no selector of older readers tells.
    ...(node.ordered ? [] : [`depth-${depth}`]),
    ...(node.ordered && last > 1 ? [`figures-${Math.min(last, MOST_FIGURES)}`] : []),
    ...(node.spread ? ['spread'] : []),
  ]
  return h(
    node.ordered ? 'ol' : 'ul',
    {
      ...(node.ordered && node.start !== 1 ? { start: node.start } : {}),
      ...(className.length === 0 ? {} : { className }),
    },
    node.children.map((item) => listItem({ ...state, lists: depth }, item, node.spread)),
  )
}

/** Figures of the longest number for which the style sheet makes room. */
export const MOST_FIGURES = 4

/** A paragraph of a list that is not spread is its item's text, without a block of its own (CommonMark 5.3, tight). */
function listItem(state: State, node: ListItem, spread: boolean): Element {
  const content = node.children.flatMap((child): ElementContent[] =>
    child.type === 'paragraph' && !spread ? inlines(state, child.children) : [block(state, child)],
  )
  if (node.checked === undefined) return h('li', content)
  // A sign, not a form control: a book has nothing to tick, and readers speak the sign.
  const mark = h('span', { className: ['mark'] }, node.checked ? '\u2611' : '\u2610')
  const first = content[0]
  if (first?.type === 'element' && first.tagName === 'p') {
    const inside = h('p', [mark, ' ', ...first.children])
    return h('li', { className: ['task'] }, [inside, ...content.slice(1)])
  }
  return h('li', { className: ['task'] }, [mark, ' ', ...content])
}
