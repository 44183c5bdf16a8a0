import type { ThematicBreak } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import { within, type Composer, type Place } from '../composer.ts'
import { drawLine } from '../draw-line.ts'
import type { Mark, Slug } from '../galley.ts'
import { breakParagraph, ownerOf } from '../set-paragraph.ts'
import { faceKey, featuresOf } from '../style.ts'

const SIGN = '*'
const COUNT = 3
/** From sign to sign, and from the baseline to the middle of a sign, in ems. */
const STEP = 1.6
const MIDDLE = 0.53

/** Three asterisks in the middle of two blank lines: nothing else on a page looks like it, least of all the rule over the notes. */
export function thematicBreak(
  composer: Composer,
  node: ThematicBreak,
  place: Place,
): readonly Slug[] {
  const style = composer.template.styles[place.style]
  const [line] = breakParagraph(
    composer,
    [
      {
        text: SIGN,
        face: faceKey(composer.template, style),
        size: style.size,
        color: style.color,
        features: featuresOf(style),
        meaning: { type: 'text' },
        position: node.position,
      },
    ],
    within(place),
    {
      style: { ...style, align: 'start' },
      part: 'ornament',
      indent: pt(0),
      position: node.position,
    },
  )
  const owner = ownerOf(composer, place, 'ornament')
  const step = STEP * style.size
  const start = place.left + (place.measure - (COUNT - 1) * step - (line?.width ?? 0)) / 2
  const y = pt(composer.grid * 1.25 + MIDDLE * style.size)
  const marks = Array.from({ length: line === undefined ? 0 : COUNT }, (_, i): readonly Mark[] =>
    line === undefined
      ? []
      : [drawLine(line, pt(start + i * step), y, style.size, style.color, owner)],
  ).flat()
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
      marks,
      position: node.position,
    },
  ]
}
