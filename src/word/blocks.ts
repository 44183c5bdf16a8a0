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

/** Every block by its handler, in order. `opening` is what stands before the first of them. */
export const blocks = (
  state: State,
  place: Place,
  nodes: readonly Block[],
  opening?: Block,
): readonly WordBlock[] =>
  nodes.flatMap((node, index) => {
    const [before, after] = [nodes[index - 1] ?? opening, nodes[index + 1]]
    const made = block(state, place, node, before, after)
    if (node.type !== 'table') return made
    return [
      ...(node.number === undefined && needsWhite(before) ? [paragraphOf('BeforeTable', [])] : []),
      ...made,
      ...(needsParagraph(after) ? [paragraphOf('AfterTable', [])] : []),
    ]
  })

/** Only a paragraph can give white over a table: its caption, or one that is empty where nothing over it has white of its own. */
const needsWhite = (before: Block | undefined): boolean =>
  before?.type === 'paragraph' || before?.type === 'list'

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
      return list(state, place, node, before)
    case 'table':
      return table(state, place, node)
    case 'figure':
      return figure(state, place, node)
    case 'code':
      return code(state, place, node)
    case 'thematicBreak':
      return thematicBreak(state, place, node)
  }
}
