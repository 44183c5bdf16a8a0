import type { Block, BlockType, Paragraph } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { toRuns } from '../inline.ts'
import { setParagraph } from '../set-paragraph.ts'
import { changeLast } from '../slugs.ts'

/** After these the eye sees that a paragraph begins. After a list or figure it might go on. */
const parting: readonly (BlockType | undefined)[] = [
  undefined,
  'heading',
  'thematicBreak',
  'blockquote',
  'code',
]

/**
 * First-line indent or white between paragraphs, not both; none after a head or at the start,
 * where nothing is to be told apart (Bringhurst, 2.3.1).
 */
export function paragraph(composer: Composer, node: Paragraph, place: Place): readonly Slug[] {
  const style = composer.template.styles[place.style]
  const isIndented = !parting.includes(place.after?.type) && place.label === undefined
  const slugs = setParagraph(composer, toRuns(node.children, { ...composer, style }), place, {
    style,
    part: 'text',
    indent: isIndented ? style.indent : pt(0),
    position: node.position,
  })
  return introduces(node, place.before)
    ? changeLast(slugs, () => ({ breakAfter: Infinity }))
    : slugs
}

/** A colon promises what follows: the page does not end on it. */
function introduces(node: Paragraph, before: Block | undefined): boolean {
  if (before === undefined || before.type === 'paragraph' || before.type === 'heading') return false
  const last = node.children.findLast((child) => child.type !== 'footnoteReference')
  return last?.type === 'text' && last.value.trimEnd().endsWith(':')
}
