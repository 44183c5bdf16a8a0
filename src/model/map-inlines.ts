import type { Block, Inline, TableRow } from './nodes.ts'

/** A change of one run of inlines: a paragraph's, a heading's, a cell's, a caption's. */
export type InlinesChange = (inlines: readonly Inline[]) => readonly Inline[]

/** The same blocks with every run of inlines changed. `change` is given whole runs and looks into their children itself. */
export function mapInlines(blocks: readonly Block[], change: InlinesChange): Block[] {
  return blocks.map((block) => mapBlock(block, change))
}

function mapBlock(block: Block, change: InlinesChange): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: change(block.children) }
    case 'blockquote':
      return { ...block, children: mapInlines(block.children, change) }
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({
          ...item,
          children: mapInlines(item.children, change),
        })),
      }
    case 'table': {
      const row = (tableRow: TableRow): TableRow => ({
        ...tableRow,
        cells: tableRow.cells.map((cell) => ({ ...cell, children: change(cell.children) })),
      })
      return {
        ...block,
        caption: change(block.caption),
        head: row(block.head),
        rows: block.rows.map(row),
      }
    }
    case 'figure':
      return { ...block, caption: change(block.caption) }
    case 'code':
    case 'thematicBreak':
      return block
  }
}
