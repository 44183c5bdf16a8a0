import type { Code } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import { within, type Composer, type Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { setParagraph } from '../set-paragraph.ts'
import { settle } from '../slugs.ts'
import { faceKey, featuresOf } from '../style.ts'

/** Code, line by line as written. A line that is too long goes on in the next, under its own indent. */
export function code(composer: Composer, node: Code, place: Place): readonly Slug[] {
  const style = composer.template.styles.code
  const inside: Place = {
    ...within(place),
    left: pt(place.left + style.inset),
    measure: pt(place.measure - 2 * style.inset),
  }
  const lines = node.value.replace(/\t/gu, '    ').split('\n')
  const slugs = lines.flatMap((line) =>
    setParagraph(
      composer,
      [
        {
          text: keepSpaces(line),
          face: faceKey(composer.template, style),
          size: style.size,
          color: style.color,
          features: featuresOf(style),
          meaning: { type: 'text' },
          position: node.position,
        },
      ],
      inside,
      {
        style: {
          ...style,
          spaceBefore: pt(0),
          spaceAfter: pt(0),
          align: 'start',
          hyphenate: false,
        },
        part: 'text',
        indent: pt(0),
        position: node.position,
      },
    ),
  )
  const last = slugs.length - 1
  const spaced = slugs.map((slug, i) => ({
    ...slug,
    onGrid: false,
    spaceBefore: i === 0 ? style.spaceBefore : pt(0),
    spaceAfter: i === last ? style.spaceAfter : pt(0),
    breakAfter: last > 0 && (i === 0 || i === last - 1) ? Infinity : 0,
  }))
  return settle(spaced, composer.grid)
}

/**
 * White that the line breaker would take for one space or drop: figure spaces (U+2007) keep it. A
 * blank line is one such space.
 */
const keepSpaces = (line: string): string =>
  line.replace(/^ +|  +/gu, (white) => '\u2007'.repeat(white.length)) || '\u2007'
