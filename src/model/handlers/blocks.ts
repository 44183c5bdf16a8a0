import type {
  Blockquote as MdastBlockquote,
  Heading as MdastHeading,
  List as MdastList,
  ListItem as MdastListItem,
  Nodes,
  RootContent,
} from 'mdast'
import type { State } from '../state.ts'
import type { Block, Blockquote, Figure, Heading, List, ListItem } from '../nodes.ts'
import { convertInlines } from './inlines.ts'
import { offsetOf, placeOf } from './place.ts'
import { convertTable } from './table.ts'
import { trimInlines } from './white-space.ts'

/**
 * Converts the blocks of a chapter, a note, a quotation or a list item. What an edition does not
 * show (metadata, comments, definitions) is left out; raw HTML is too, and the checks say so.
 */
export function convertBlocks(nodes: readonly RootContent[], state: State): Block[] {
  return nodes.flatMap((node, index): Block[] => {
    const position = placeOf(node)
    switch (node.type) {
      case 'heading':
        return node === state.names.titleHeading ? [] : [heading(node, state)]
      case 'paragraph': {
        const children = trimInlines(convertInlines(node.children, state))
        return children.length === 0 ? [] : [{ type: 'paragraph', children, position }]
      }
      case 'blockquote':
        return [blockquote(node, state)]
      case 'list':
        return [list(node, state)]
      case 'table': {
        const next = nodes[index + 1]
        return [convertTable(node, next?.type === 'tableCaption' ? next : undefined, state)]
      }
      case 'figure':
        return [figure(node, state)]
      case 'code':
        return [{ type: 'code', value: node.value, position }]
      case 'thematicBreak':
        return [{ type: 'thematicBreak', position }]
      default:
        return []
    }
  })
}

function heading(node: MdastHeading, state: State): Heading {
  return {
    type: 'heading',
    // A second level-1 heading is a finding of the checks; it must not be lost meanwhile.
    level: Math.max(2, node.depth) as Heading['level'],
    anchor: state.names.headings.get(offsetOf(node)) ?? '',
    children: trimInlines(convertInlines(node.children, state)),
    position: placeOf(node),
  }
}

function blockquote(node: MdastBlockquote, state: State): Blockquote {
  return {
    type: 'blockquote',
    children: convertBlocks(node.children, state),
    position: placeOf(node),
  }
}

function list(node: MdastList, state: State): List {
  return {
    type: 'list',
    ordered: node.ordered === true,
    start: node.start ?? 1,
    spread: node.spread === true || node.children.some((item) => item.spread === true),
    children: node.children.map((item) => listItem(item, state)),
    position: placeOf(node),
  }
}

function listItem(node: MdastListItem, state: State): ListItem {
  return {
    type: 'listItem',
    children: convertBlocks(node.children, state),
    position: placeOf(node),
    ...(typeof node.checked === 'boolean' ? { checked: node.checked } : {}),
  }
}

function figure(node: Extract<Nodes, { type: 'figure' }>, state: State): Figure {
  const names = state.names.floats.get(offsetOf(node))
  return {
    type: 'figure',
    ...(names?.anchor === undefined ? {} : { anchor: names.anchor }),
    ...(names?.number === undefined ? {} : { number: names.number }),
    image: node.url,
    alt: node.alt ?? '',
    ...(node.credit === undefined ? {} : { credit: node.credit }),
    caption: trimInlines(convertInlines(node.children, state)),
    position: placeOf(node),
  }
}
