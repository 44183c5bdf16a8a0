import type { Nodes } from 'mdast'

/** The characters of some mdast nodes, marks and calls of notes left out. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value.replace(/(?<!\s)\s*\n\s*/gu, ' ')
        case 'break':
          return ' '
        case 'html':
        case 'inlineNote':
          return ''
        default:
          return 'children' in node ? plainText(node.children as Nodes[]) : ''
      }
    })
    .join('')
}
