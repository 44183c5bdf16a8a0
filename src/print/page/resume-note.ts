import { pt } from '../../unit/length.ts'
import { drawLine } from '../galley/draw-line.ts'
import type { GalleyNote, LineMark, Mark, Slug } from '../galley/galley.ts'
import type { Line } from '../line/line.ts'
import { textOf, widthOf } from '../line/set-words.ts'

/** Name of the place where a note goes on after others. A space is in no anchor. */
export const resumedAt = (anchor: string): string => `${anchor} resumed`

/**
 * The slug with which a note goes on after another note: its number stands before it again, or the
 * reader would take the line for the other's. Drawn, since the text of the book has it once.
 */
export function resumeNote(note: GalleyNote, slug: Slug): Slug {
  const first = slug.marks.find((mark) => mark.type === 'line')
  const place: Mark = { type: 'anchor', x: pt(0), y: pt(0), name: resumedAt(note.anchor) }
  const number = first === undefined ? undefined : numberMark(note, first)
  const marks = [place, ...(number === undefined ? [] : [number]), ...slug.marks]
  return { ...slug, marks }
}

/** The number of a note on the baseline of one of its lines. */
function numberMark(note: GalleyNote, { y, owner }: LineMark): Mark | undefined {
  const number = numberOf(note)
  const [run] = number?.runs ?? []
  if (number === undefined || run === undefined) return undefined
  return drawLine(number, pt(0), y, run.size, run.color, { ...owner, part: 'ornament' })
}

/** The number of a note as it is set, from the start of the measure; undefined where a note has none. */
export function numberOf({ slugs }: GalleyNote): Line | undefined {
  for (const mark of slugs.flatMap(({ marks }) => marks)) {
    if (mark.type !== 'line') continue
    const runs = mark.line.runs.filter((run) => run.meaning.type === 'noteNumber')
    if (runs.length === 0) continue
    const text = runs.map(textOf).join('').trim()
    const width = pt(runs.reduce((sum, run) => sum + widthOf(run), 0))
    return { ...mark.line, runs, text, width }
  }
  return undefined
}
