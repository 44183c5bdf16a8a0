import type { Code } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import { within, type Composer, type Place } from '../composer.ts'
import type { Mark, Slug } from '../galley.ts'
import type { ParagraphRun } from '../../line/paragraph.ts'
import { isSpace } from '../../line/set-words.ts'
import type { Glyphs } from '../../type/glyphs.ts'
import { breakParagraph, setParagraph } from '../set-paragraph.ts'
import { changeLast, settle } from '../slugs.ts'
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
  const { width: character, space } = sampleOf(composer, node, inside)
  const lines = node.value.replace(/\t/gu, '    ').split('\n')
  const starts = startsOf(node.value)
  const slugs = lines.flatMap((line, i) => {
    const run = runOf(composer, node, keepSpaces(line))
    const begins = { node: node.position.start.offset, index: starts[i] ?? 0 }
    const set = setParagraph(composer, [{ ...run, begins, isMade: true }], inside, {
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
    })
    return i === lines.length - 1 ? set : changeLast(set, (slug) => ended(slug, space))
  })
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

/** Index of the first character of each line. */
function startsOf(value: string): readonly number[] {
  let at = 0
  return value.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return start
  })
}

/** Characters in a line's own indent. */
const indentOf = (line: string): number => line.length - line.trimStart().length

/** Width of a character of the face, whose characters are all as wide as one another, and its space. */
function sampleOf(
  composer: Composer,
  node: Code,
  place: Place,
): { readonly width: number; readonly space: Glyphs | undefined } {
  const style = composer.template.styles.code
  const runs = [runOf(composer, node, '0 0')]
  const manner = { style, part: 'text', indent: pt(0), position: node.position } as const
  const [line] = breakParagraph(composer, runs, place, manner)
  const space = line?.runs.flatMap(({ words }) => words).find(isSpace)
  return { width: (line?.width ?? 0) / 3, space }
}

/** A space of no width ends a line that another follows, so that who copies or hears the code does not meet them as one word. */
function ended(slug: Slug, space: Glyphs | undefined): Partial<Slug> {
  if (space === undefined) return {}
  const marks = slug.marks.map((mark): Mark => {
    const run = mark.type === 'line' ? mark.line.runs.at(-1) : undefined
    if (mark.type !== 'line' || run === undefined) return mark
    const closed = { ...run, words: [...run.words, space], white: [...run.white, 0] }
    return { ...mark, line: { ...mark.line, runs: [...mark.line.runs.slice(0, -1), closed] } }
  })
  return { marks }
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
