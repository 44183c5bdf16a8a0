import { pt } from '../../unit/length.ts'
import type { Slug } from './galley.ts'
import { whiter } from './variants.ts'

/**
 * Tells each heading how far under it the text begins, so that the text stands on the grid and what
 * is missing to it is over the head: a head belongs to what follows it (Bringhurst, 2.2.2). Heads
 * that stand on one another move together.
 */
export const groundHeads = (slugs: readonly Slug[]): readonly Slug[] =>
  slugs.map((slug, index) => {
    const opensStack = slug.isHead === true && slugs[index - 1]?.isHead !== true
    return opensStack
      ? { ...slug, ground: pt(distanceToText(slugs, index)), variants: whiter }
      : slug
  })

function distanceToText(slugs: readonly Slug[], from: number): number {
  let distance = 0
  for (let index = from; ; index++) {
    const [slug, next] = [slugs[index], slugs[index + 1]]
    distance += (slug?.height ?? 0) + Math.max(slug?.spaceAfter ?? 0, next?.spaceBefore ?? 0)
    if (next?.isHead !== true) return distance
  }
}
