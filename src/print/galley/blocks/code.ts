import type { Code } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import { within, type Composer, type Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import type { ParagraphRun } from '../../line/paragraph.ts'
import { breakParagraph, setParagraph } from '../set-paragraph.ts'
import { settle } from '../slugs.ts'
import { faceKey, featuresOf } from '../style.ts'

/** How much further in a line goes on that was too long, in characters. */
const TURNED = 4

/** Code, line by line as written. A line that is too long goes on in the next, further in than it began. */
export function code(composer: Composer, node: Code, place: Place): readonly Slug[] {
  const style = composer.template.styles.code
  const inside: Place = {
    ...within(place),
    left: pt(place.left + style.inset),
    measure: pt(place.measure - 2 * style.inset),
  }
  const character = widthOfCharacter(composer, node, inside)
  const lines = node.value.replace(/\t/gu, '    ').split('\n')
  const slugs = lines.flatMap((line) =>
    setParagraph(composer, [runOf(composer, node, keepSpaces(line))], inside, {
      style: {
        ...style,
        spaceBefore: pt(0),
        spaceAfter: pt(0),
        align: 'start',
        hyphenate: false,
      },
      part: 'text',
      indent: pt(0),
      hang: pt(Math.min((indentOf(line) + TURNED) * character, inside.measure / 2)),
      position: node.position,
    }),
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

/** Characters in a line's own indent. */
const indentOf = (line: string): number => line.length - line.trimStart().length

/** Of a face whose characters are all as wide as one another. */
function widthOfCharacter(composer: Composer, node: Code, place: Place): number {
  const style = composer.template.styles.code
  const runs = [runOf(composer, node, '0')]
  const manner = { style, part: 'text', indent: pt(0), position: node.position } as const
  return breakParagraph(composer, runs, place, manner)[0]?.width ?? 0
}

function runOf({ template }: Composer, node: Code, text: string): ParagraphRun {
  const style = template.styles.code
  return {
    text,
    face: faceKey(template, style),
    size: style.size,
    color: style.color,
    features: featuresOf(style),
    meaning: { type: 'text' },
    position: node.position,
  }
}

/**
 * White that the line breaker would take for one space or drop: figure spaces (U+2007) keep it. A
 * blank line is one such space.
 */
const keepSpaces = (line: string): string =>
  line.replace(/^ +|  +/gu, (white) => '\u2007'.repeat(white.length)) || '\u2007'
