import type { Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import type { Mark, Slug } from '../galley/galley.ts'
import { moveMark } from '../galley/slugs.ts'

/** White between the last line of text and the box of the first note, at the least: a line of the body, with the rule in it. */
export const separatorOf = ({ styles }: Template): number => styles.body.leading

/** From the rule up to the top of the first note's box, as a share of the notes' leading: half an ascender more than a line. */
const RULE = 0.15

/**
 * Notes at the foot of the page, the last baseline at `foot`, under a short rule. White that is
 * left over is between text and rule.
 */
export function footnoteArea(
  slugs: readonly Slug[],
  foot: number,
  { notes, styles, colors }: Template,
): readonly Mark[] {
  if (slugs.length === 0) return []
  const height = slugs.reduce((sum, slug) => sum + slug.height, 0)
  let top = foot - height
  const marks: Mark[] = []
  if (notes.separatorWeight > 0) {
    marks.push({
      type: 'rule',
      x: pt(0),
      y: pt(top - RULE * styles.note.leading),
      width: notes.separatorLength,
      weight: notes.separatorWeight,
      color: colors.rule,
      owner: { path: [], part: 'separator' },
    })
  }
  for (const slug of slugs) {
    marks.push(...slug.marks.map((mark) => moveMark(mark, 0, top)))
    top += slug.height
  }
  return marks
}
