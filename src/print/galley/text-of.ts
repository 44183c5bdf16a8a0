import type { Inline } from '../../model/nodes.ts'
import type { Words } from '../../template/template.ts'
import { referenceText } from '../../template/words.ts'

/** The characters of inline nodes, without footnote marks: for the outline, running heads and contents. */
export const textOf = (children: readonly Inline[], words: Words): string =>
  children.map((child) => textOfOne(child, words)).join('')

function textOfOne(node: Inline, words: Words): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return ' '
    case 'footnoteReference':
      return ''
    case 'crossReference':
      return referenceText(node, words)
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return textOf(node.children, words)
    default:
      return node satisfies never
  }
}
