import type { Nodes, Parents, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { pointAt } from '../../diagnostic/place.ts'

/**
 * A tree in which every node has its place. Addresses and mails in running text are found by
 * mdast-util-gfm-autolink-literal after the parse, and neither they nor the texts beside them have
 * one: they are looked up between their neighbours, in order. `lineStarts` are the text's.
 */
export function placed(tree: Root, text: string, lineStarts: readonly number[]): Root {
  fill(tree)
  return tree

  function fill(parent: Parents): void {
    let cursor = parent.position?.start.offset ?? 0
    const children = parent.children as Nodes[]
    children.forEach((node, index) => {
      if (node.position === undefined) {
        const next = children.slice(index + 1).find(({ position }) => position !== undefined)
        const limit = next?.position?.start.offset ?? parent.position?.end.offset ?? text.length
        const said = toString(node)
        const found = said === '' ? -1 : text.slice(cursor, limit).indexOf(said)
        // A text with escapes or entities is not found as it reads: it has all that is left.
        const start = found === -1 ? cursor : cursor + found
        const end = found === -1 ? limit : start + said.length
        node.position = { start: pointAt(lineStarts, start), end: pointAt(lineStarts, end) }
      }
      cursor = node.position.end.offset ?? cursor
      if ('children' in node) fill(node)
    })
  }
}
