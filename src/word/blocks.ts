import type { Block } from '../model/nodes.ts'
import { blockquote } from './handlers/blockquote.ts'
import { code } from './handlers/code.ts'
import { figure } from './handlers/figure.ts'
import { heading } from './handlers/heading.ts'
import { list } from './handlers/list.ts'
import { paragraph } from './handlers/paragraph.ts'
import { table } from './handlers/table.ts'
import { thematicBreak } from './handlers/thematic-break.ts'
import { paragraphOf } from './paragraph.ts'
import type { Place, State, WordBlock } from './state.ts'

/** Every block by its handler, in order. */
export const blocks = (state: State, place: Place, nodes: readonly Block[]): readonly WordBlock[] =>
  nodes.flatMap((node, index) => {
    const after = nodes[index + 1]
    const made = block(state, place, node, nodes[index - 1], after)
    return node.type === 'table' && needsParagraph(after)
      ? [...made, paragraphOf('AfterTable', [])]
      : made
  })

/** A table may not be the last block of what it stands in, and Word joins one with a table that follows it without a caption between. */
const needsParagraph = (after: Block | undefined): boolean =>
  after === undefined || (after.type === 'table' && after.number === undefined)

function block(
  state: State,
  place: Place,
  node: Block,
  before: Block | undefined,
  after: Block | undefined,
): readonly WordBlock[] {
  switch (node.type) {
    case 'heading':
      return heading(state, place, node)
    case 'paragraph':
      return paragraph(state, place, node, before, after)
    case 'blockquote':
      return blockquote(state, place, node)
    case 'list':
      return list(state, place, node)
    case 'table':
      return table(state, place, node)
    case 'figure':
      return figure(state, place, node)
    case 'code':
      return code(state, place, node)
    case 'thematicBreak':
      return thematicBreak()
  }
}
