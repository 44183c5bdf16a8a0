import type { Block, Paragraph } from '../model/nodes.ts'

/** True where a paragraph ends in a colon, which promises what follows: the page does not end on it; as in print. */
export function introduces(node: Paragraph, after: Block | undefined): boolean {
  if (after === undefined || after.type === 'paragraph' || after.type === 'heading') return false
  const last = node.children.findLast((child) => child.type !== 'footnoteReference')
  return last?.type === 'text' && last.value.trimEnd().endsWith(':')
}
