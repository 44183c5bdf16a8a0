import type { Blockquote } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { settle } from '../slugs.ts'

/** A quotation, inset on both sides. In a note it keeps the note's type. */
export function blockquote(composer: Composer, node: Blockquote, place: Place): readonly Slug[] {
  const style = composer.template.styles.quotation
  const isInNote = place.note !== undefined
  const slugs = composer.blocks(node.children, {
    ...place,
    left: pt(place.left + style.inset),
    measure: pt(place.measure - 2 * style.inset),
    style: isInNote ? 'note' : 'quotation',
  })
  if (isInNote) return slugs
  const last = slugs.length - 1
  const inside = slugs.map((slug, i) => ({
    ...slug,
    onGrid: false,
    spaceBefore: i === 0 ? style.spaceBefore : slug.spaceBefore,
    spaceAfter: i === last ? style.spaceAfter : slug.spaceAfter,
  }))
  return settle(inside, composer.grid)
}
