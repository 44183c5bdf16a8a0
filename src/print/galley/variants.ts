import type { SetParagraph } from '../line/break-lines.ts'
import { pt, type Pt } from '../../unit/length.ts'
import type { Slug, Variant } from './galley.ts'
import { changeFirst } from './slugs.ts'

/** Price of setting a paragraph in another number of lines than it likes best, and demerits to a point more of it: a line at r = 1 costs 24, at r = 1.2 about 65. */
const PRICE = 30
const DEMERITS = 500
/** A shorter paragraph has hardly a way to change. */
const LEAST_LINES = 3
/** Price of a line of white more over a heading, or round what stands apart. */
const WHITER = 90

/** The ways to set a paragraph a line longer or shorter, from the lines that it likes best. Each is tried when first asked for. */
export function variantsOf(
  natural: SetParagraph,
  again: (lines: number) => SetParagraph,
  slugsOf: (set: SetParagraph) => readonly Slug[],
): (() => readonly Variant[]) | undefined {
  const count = natural.lines.length
  if (count < LEAST_LINES || natural.overfull.length > 0) return undefined
  let found: readonly Variant[] | undefined
  return () =>
    (found ??= ([1, -1] as const).flatMap((lines): readonly Variant[] => {
      const set = again(count + lines)
      if (set.lines.length !== count + lines) return []
      const dearer = Math.max(0, set.demerits - natural.demerits)
      return [{ lines, price: PRICE + dearer / DEMERITS, count, set: slugsOf(set) }]
    }))
}

/** Of a heading: a line of white more over it. */
export const whiter = (): readonly Variant[] => [{ lines: 1, price: WHITER, count: 1 }]

/** Of what stands apart from the text: a line of white more over it, or around it where that keeps its lines off no grid. */
export const withWhite = (slugs: readonly Slug[], isOffGrid: boolean): readonly Slug[] =>
  changeFirst(slugs, ({ variants: own }) => ({
    variants: () => [
      {
        lines: 1,
        price: WHITER,
        count: slugs.length,
        ...(isOffGrid && { isAround: true }),
      },
      ...(own?.() ?? []),
    ],
  }))

/** A variant and the slug that it begins with. */
export interface Chosen {
  readonly at: number
  readonly variant: Variant
}

/** `slugs` with variants of them. `at` counts from `from`, the place of the first of them; what is chosen for others is left out. */
export function varied(
  slugs: readonly Slug[],
  from: number,
  chosen: readonly Chosen[],
  grid: Pt,
): readonly Slug[] {
  const own = chosen.filter(({ at }) => at >= from && at < from + slugs.length)
  // White first, and then lines, the last first, so that the places of the others stay.
  const white = own.filter(({ variant }) => variant.set === undefined)
  const lines = own.filter(({ variant }) => variant.set !== undefined)
  lines.sort((a, b) => b.at - a.at)
  return [...white, ...lines].reduce<readonly Slug[]>(
    (all, { at, variant: { set, count, isAround } }) =>
      set === undefined
        ? whitened(all, at - from, isAround === true ? count : 0, grid)
        : setAnew(all, at - from, count, set),
    slugs,
  )
}

/** With a line of white over slug `at`; half of it under the last of `count`, where they end on the page. */
function whitened(slugs: readonly Slug[], at: number, count: number, grid: Pt): readonly Slug[] {
  const last = at + count - 1
  const under = count > 0 && last < slugs.length - 1 ? grid / 2 : 0
  return slugs.map((slug, i) => ({
    ...slug,
    ...(i === at && { spaceBefore: pt(slug.spaceBefore + grid - under) }),
    ...(i === last && { spaceAfter: pt(slug.spaceAfter + under) }),
  }))
}

/** With the lines of a paragraph set anew, which keep what blocks round it gave to its first line and to its last. */
function setAnew(
  slugs: readonly Slug[],
  at: number,
  count: number,
  set: readonly Slug[],
): readonly Slug[] {
  const first = slugs[at]
  const last = slugs[at + count - 1]
  if (first === undefined || last === undefined) return slugs
  const own = set.map((slug, index): Slug => {
    const isFirst = index === 0
    return {
      ...slug,
      onGrid: first.onGrid,
      marks: isFirst ? [...placesOf(first), ...slug.marks] : slug.marks,
      ...(isFirst && { spaceBefore: first.spaceBefore }),
      ...(index === set.length - 1 && { spaceAfter: last.spaceAfter, breakAfter: last.breakAfter }),
    }
  })
  return [...slugs.slice(0, at), ...own, ...slugs.slice(at + count)]
}

const placesOf = ({ marks }: Slug): Slug['marks'] => marks.filter(({ type }) => type === 'anchor')
