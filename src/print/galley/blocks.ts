import type { Block } from '../../model/nodes.ts'
import { blockquote } from './blocks/blockquote.ts'
import { code } from './blocks/code.ts'
import { figure } from './blocks/figure.ts'
import { heading } from './blocks/heading.ts'
import { list } from './blocks/list.ts'
import { paragraph } from './blocks/paragraph.ts'
import { table } from './blocks/table.ts'
import { thematicBreak } from './blocks/thematic-break.ts'
import { within, type Composer, type Place } from './composer.ts'
import type { Slug } from './galley.ts'
import { setParagraph } from './set-paragraph.ts'
import { withWhite } from './variants.ts'
import { pt } from '../../unit/length.ts'

/** Composes blocks in order. A label goes to the first of them. */
export function composeBlocks(
  composer: Composer,
  children: readonly Block[],
  place: Place,
): readonly Slug[] {
  const { label } = place
  const around = within(place)
  const [first] = children
  if (label !== undefined && first?.type !== 'paragraph') {
    return [
      ...loneLabel(composer, place),
      ...composeBlocks(composer, children, {
        ...around,
        ...indented(place, label.width),
      }),
    ]
  }
  return children.flatMap((child, index) => {
    const [after, before] = [children[index - 1], children[index + 1]]
    const slugs = composeBlock(composer, child, {
      ...around,
      path: [...place.path, index],
      ...(after !== undefined && { after }),
      ...(before !== undefined && { before }),
      ...(label !== undefined && index === 0 && { label }),
      // Further blocks of a labelled item stand under its text.
      ...(label !== undefined && index > 0 && indented(place, label.width)),
    })
    const isOffGrid = apart.get(child.type)
    const isInText = place.style === 'body' && place.listDepth === 0
    return isInText && isOffGrid !== undefined ? withWhite(slugs, isOffGrid) : slugs
  })
}

/** Blocks with white of their own between paragraphs of the text; true where their inside is not on the grid. */
const apart: ReadonlyMap<Block['type'], boolean> = new Map([
  ['list', false],
  ['blockquote', false],
  ['table', true],
  ['figure', true],
  ['code', true],
])

/** A marker or number on a line of its own, before a block that is no paragraph. */
function loneLabel(composer: Composer, place: Place): readonly Slug[] {
  const position = place.label?.runs[0]?.position
  if (position === undefined) return []
  const style = composer.template.styles[place.style]
  const manner = { style, part: 'text', indent: pt(0), position, isKept: true } as const
  return setParagraph(composer, [], place, manner)
}

const indented = (place: Place, by: number): Pick<Place, 'left' | 'measure'> => ({
  left: (place.left + by) as Place['left'],
  measure: (place.measure - by) as Place['measure'],
})

/** One handler a node. A node without one does not compile. */
function composeBlock(composer: Composer, node: Block, place: Place): readonly Slug[] {
  switch (node.type) {
    case 'heading':
      return heading(composer, node, place)
    case 'paragraph':
      return paragraph(composer, node, place)
    case 'blockquote':
      return blockquote(composer, node, place)
    case 'list':
      return list(composer, node, place)
    case 'table':
      return table(composer, node, place)
    case 'figure':
      return figure(composer, node, place)
    case 'code':
      return code(composer, node, place)
    case 'thematicBreak':
      return thematicBreak(composer, node, place)
    default:
      return node satisfies never
  }
}
