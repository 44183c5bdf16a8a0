import type { Book } from './book.ts'
import { chaptersOf } from './book.ts'
import type { Block, Inline } from './nodes.ts'

/** Every inline node in blocks, at any depth, in reading order; a node before what stands in it. */
export function* inlinesIn(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        yield* within(block.children)
        break
      case 'blockquote':
        yield* inlinesIn(block.children)
        break
      case 'list':
        for (const item of block.children) yield* inlinesIn(item.children)
        break
      case 'table':
        yield* within(block.caption)
        for (const { cells } of [block.head, ...block.rows]) {
          for (const cell of cells) yield* within(cell.children)
        }
        break
      case 'figure':
        yield* within(block.caption)
        break
      case 'code':
      case 'thematicBreak':
        break
      default:
        block satisfies never
    }
  }
}

function* within(nodes: readonly Inline[]): Generator<Inline> {
  for (const node of nodes) {
    yield node
    if ('children' in node) yield* within(node.children)
  }
}

/** Anchors to which a cross-reference leads, in the text or a note of any chapter. */
export function referredIn(book: Book): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const { children, notes } of chaptersOf(book)) {
    for (const blocks of [children, ...notes.map((note) => note.children)]) {
      for (const node of inlinesIn(blocks)) {
        if (node.type === 'crossReference' && node.anchor !== undefined) anchors.add(node.anchor)
      }
    }
  }
  return anchors
}
