import type { Template } from '../../template/template.ts'
import { fits, type Pt } from '../../unit/length.ts'
import type { GalleyNote, Mark, Slug } from '../galley/galley.ts'
import type { PageSpan } from './break-pages.ts'
import { footnoteArea } from './footnote-area.ts'
import { moveMark } from '../galley/slugs.ts'
import { varied } from '../galley/variants.ts'
import type { NoteColumn } from './note-column.ts'
import type { Placed, Side } from './page.ts'
import { resumeNote } from './resume-note.ts'
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
  const called = column.slugs
    .slice(span.notesFrom, span.notesTo)
    .flatMap(({ note: index, slug: nth }, i): readonly Slug[] => {
      const [note, slug] = [notes[index], notes[index]?.slugs[nth]]
      if (note === undefined || slug === undefined) return []
      const goesOn = nth > 0 && column.first[span.notesFrom + i] === span.notesFrom + i
      return [goesOn ? resumeNote(note, slug) : slug]
    })
  const foot = (page.lines + span.depth) * leading
  const isOpenEnded = called.length > 0 || span.to === slugs.length
  const first = span.received === undefined ? 0 : 1
  const text = placeText(
    textOf(span, slugs, leading),
    leading,
    first,
    isOpenEnded ? undefined : foot,
  )
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
export function textOf(span: PageSpan, slugs: readonly Slug[], grid: Pt): readonly Slug[] {
  const received = span.received === undefined ? [] : slugs.slice(span.received, span.received + 1)
  const stretch = (from: number, to: number): readonly Slug[] =>
    varied(slugs.slice(from, to), from, span.variants ?? [], grid)
  const { from, to, moved } = span
  const own =
    moved === undefined ? stretch(from, to) : [...stretch(from, moved), ...stretch(moved + 1, to)]
  return [...received, ...own]
}

/**
 * Stacks slugs from 0 down. `first` is the index of the page's own first slug: what stands before it
 * is of the page before. `foot` is where the last should end, if it can; absence means anywhere.
 */
export function placeText(
  slugs: readonly Slug[],
  leading: number,
  first: number,
  foot?: number,
): readonly Mark[] {
  const tops = topsOf(slugs, leading, first)
  const settled = foot === undefined ? tops : toFoot(slugs, tops, leading, foot)
  return slugs.flatMap((slug, index): readonly Mark[] => {
    const top = settled[index] ?? 0
    const { opener } = slug
    const over = index === first && opener !== undefined ? opener.marks : []
    const under = index === slugs.length - 1 ? (slug.closer ?? []) : []
    return [
      ...over.map((mark) => moveMark(mark, 0, top - (opener?.height ?? 0))),
      ...[...slug.marks, ...under].map((mark) => moveMark(mark, 0, top)),
    ]
  })
}

function topsOf(slugs: readonly Slug[], leading: number, first: number): readonly number[] {
  const tops: number[] = []
  let extent = 0
  slugs.forEach((slug, index) => {
    const top = topOf(extent, slug, slugs[index - 1], leading, index === first)
    tops.push(top)
    extent = top + slug.height
  })
  return tops
}

/**
 * Where a page ends with a list or table off the grid, lets the white over that take up what is
 * missing, so that the page is as deep as its neighbour. Less than a line, or it would be a hole.
 */
function toFoot(
  slugs: readonly Slug[],
  tops: readonly number[],
  leading: number,
  foot: number,
): readonly number[] {
  const missing = foot - (tops.at(-1) ?? 0) - (slugs.at(-1)?.height ?? 0)
  if (missing <= 0 || missing >= leading) return tops
  let from = slugs.length
  for (let i = slugs.length - 1; i > 0 && slugs[i]?.onGrid === false; i--) {
    const white = (tops[i] ?? 0) - (tops[i - 1] ?? 0) - (slugs[i - 1]?.height ?? 0)
    if (!fits(white, 0)) from = i
  }
  return tops.map((top, i) => (i < from ? top : top + missing))
}
