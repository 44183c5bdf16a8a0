import type { ThematicBreak } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { ownerOf } from '../set-paragraph.ts'

/** Share of the measure that its rule takes, and the rule's weight in pt. */
const SHARE = 1 / 6
const WEIGHT = 0.4

/** A short rule in the middle of a blank line. */
export function thematicBreak(
  composer: Composer,
  node: ThematicBreak,
  place: Place,
): readonly Slug[] {
  const width = place.measure * SHARE
  return [
    {
      spaceBefore: pt(0),
      spaceAfter: pt(0),
      height: pt(composer.grid * 2),
      onGrid: place.note === undefined,
      breakAfter: Infinity,
      hyphenated: false,
      movable: false,
      calls: [],
      marks: [
        {
          type: 'rule',
          x: pt(place.left + (place.measure - width) / 2),
          y: pt(composer.grid * 1.25),
          width: pt(width),
          weight: pt(WEIGHT),
          color: composer.template.colors.rule,
          owner: ownerOf(composer, place, 'ornament'),
        },
      ],
      position: node.position,
    },
  ]
}
