import { pt, type Pt } from '../../unit/length.ts'
import type { AnchorMark, Mark, Slug } from './galley.ts'

/** A change of the first slug, if there is one. */
export const changeFirst = (
  slugs: readonly Slug[],
  change: (slug: Slug) => Partial<Slug>,
): readonly Slug[] => slugs.map((slug, i) => (i === 0 ? { ...slug, ...change(slug) } : slug))

export const changeLast = (
  slugs: readonly Slug[],
  change: (slug: Slug) => Partial<Slug>,
): readonly Slug[] =>
  slugs.map((slug, i) => (i === slugs.length - 1 ? { ...slug, ...change(slug) } : slug))

/** Gives the slugs' place a name. */
export const anchor = (
  slugs: readonly Slug[],
  name: string,
  x: Pt,
  listed: Pick<AnchorMark, 'heading' | 'float'> = {},
): readonly Slug[] =>
  changeFirst(slugs, (slug) => ({
    marks: [{ type: 'anchor', x, y: pt(0), name, ...listed }, ...slug.marks],
  }))

/** Height of slugs that stand under one another on one page. */
export function heightOf(slugs: readonly Slug[]): number {
  let height = 0
  slugs.forEach((slug, i) => {
    const gap = i === 0 ? 0 : Math.max(slugs[i - 1]?.spaceAfter ?? 0, slug.spaceBefore)
    height += gap + slug.height
  })
  return height
}

export const moveMark = <M extends Mark>(mark: M, dx: number, dy: number): M => ({
  ...mark,
  x: pt(mark.x + dx),
  y: pt(mark.y + dy),
})

/** One slug of many, which no page break can part. */
export function join(slugs: readonly Slug[], movable: boolean): readonly Slug[] {
  const [first] = slugs
  const last = slugs.at(-1)
  if (first === undefined || last === undefined) return []
  const marks: Mark[] = []
  let top = 0
  slugs.forEach((slug, i) => {
    top = heightOf(slugs.slice(0, i + 1)) - slug.height
    marks.push(...slug.marks.map((mark) => moveMark(mark, 0, top)))
  })
  return [
    {
      ...first,
      spaceAfter: last.spaceAfter,
      height: pt(heightOf(slugs)),
      breakAfter: last.breakAfter,
      hyphenated: false,
      movable: movable && slugs.every((slug) => slug.calls.length === 0),
      calls: slugs.flatMap((slug) => slug.calls),
      marks,
      closer: (last.closer ?? []).map((mark) => moveMark(mark, 0, top)),
    },
  ]
}

/**
 * Shares out the white that a block off the grid needs so that what follows is on it again: half
 * before, half after, where otherwise all of it would stand after.
 */
export function settle(slugs: readonly Slug[], grid: Pt): readonly Slug[] {
  const [first] = slugs
  const last = slugs.at(-1)
  if (first === undefined || last === undefined) return slugs
  const total = first.spaceBefore + heightOf(slugs) + last.spaceAfter
  // A fraction of a tolerance over a whole line is a whole line.
  const missing = Math.ceil(total / grid - 0.001) * grid - total
  const half = Math.max(0, missing) / 2
  const before = changeFirst(slugs, (slug) => ({ spaceBefore: pt(slug.spaceBefore + half) }))
  return changeLast(before, (slug) => ({ spaceAfter: pt(slug.spaceAfter + half) }))
}
