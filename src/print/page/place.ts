import type { Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import type { GalleyNote, Mark, Slug } from '../galley/galley.ts'
import type { PageSpan } from './break-pages.ts'
import { footnoteArea } from './footnote-area.ts'
import { moveMark } from '../galley/slugs.ts'
import type { NoteColumn } from './note-column.ts'
import type { Placed, Side } from './page.ts'
import { topOf } from './stack.ts'

/** Gives the slugs of a page their places: text from the head down, on the grid, notes at the foot. */
export function placePage(
  span: PageSpan,
  slugs: readonly Slug[],
  notes: readonly GalleyNote[],
  column: NoteColumn,
  template: Template,
  side: Side,
): readonly Placed[] {
  const { page, styles } = template
  const leading = styles.body.leading
  const left = leftOf(template, side)
  const head = headOf(template)
  const text = placeText(textOf(span, slugs), leading)
  const called = column.slugs
    .slice(span.notesFrom, span.notesTo)
    .flatMap(({ note, slug }) => notes[note]?.slugs[slug] ?? [])
  const foot = (page.lines + span.depth) * leading
  const area = footnoteArea(called, foot, template)
  return [...text, ...area].map((mark) => moveMark(mark, left, head))
}

/** The measure's start: the inner margin is at the spine, on the left of a recto. */
export const leftOf = ({ page }: Template, side: Side): number =>
  side === 'recto' ? page.inner : page.outer

/** One line over the first baseline: where the boxes of a page's slugs begin. */
export const headOf = ({ page, styles }: Template): number =>
  page.firstBaseline - styles.body.leading

/** The slugs of a page's text in the order in which they stand on it. */
export function textOf(span: PageSpan, slugs: readonly Slug[]): readonly Slug[] {
  const received = span.received === undefined ? [] : slugs.slice(span.received, span.received + 1)
  const own = slugs.slice(span.from, span.to).filter((_, i) => span.from + i !== span.moved)
  return [...received, ...own]
}

/** Stacks slugs from 0 down. */
export function placeText(slugs: readonly Slug[], leading: number): readonly Mark[] {
  const marks: Mark[] = []
  let extent = 0
  let previous: Slug | undefined
  for (const slug of slugs) {
    const top = topOf(extent, slug, previous, leading)
    if (previous === undefined && slug.opener !== undefined) {
      const over = top - slug.opener.height
      marks.push(...slug.opener.marks.map((mark) => moveMark(mark, 0, over)))
    }
    marks.push(...slug.marks.map((mark) => moveMark(mark, 0, top)))
    extent = top + slug.height
    previous = slug
  }
  return marks.map((mark) => ({ ...mark, y: pt(mark.y) }))
}
