import type { Block, Inline } from './nodes.ts'

/** The characters that a run of inlines prints, without the numbers of notes. A line break is a space. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('')
}

function textOf(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return ' '
    case 'footnoteReference':
      return ''
    case 'crossReference':
      return node.number ?? node.title
    default:
      return inlineText(node.children)
  }
}

/** Every inline of some blocks in reading order, captions and cells included, parents before their children. */
export function* inlinesOf(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        yield* withChildren(block.children)
        break
      case 'blockquote':
        yield* inlinesOf(block.children)
        break
      case 'list':
        for (const item of block.children) yield* inlinesOf(item.children)
        break
      case 'table':
        yield* withChildren(block.caption)
        for (const row of [block.head, ...block.rows])
          for (const cell of row.cells) yield* withChildren(cell.children)
        break
      case 'figure':
        yield* withChildren(block.caption)
        break
      case 'code':
      case 'thematicBreak':
        break
    }
  }
}

function* withChildren(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline
    if ('children' in inline) yield* withChildren(inline.children)
  }
}
