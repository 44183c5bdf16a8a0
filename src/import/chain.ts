/** A number that stands somewhere in a text. */
export interface Link {
  readonly value: number
  /** Above 0: how much speaks for the number being one of the sequence. */
  readonly weight: number
}

interface Best {
  readonly total: number
  readonly index: number
}

/**
 * Picks the strictly rising subsequence of greatest total weight, and returns the indexes of its
 * members; of equal ones that whose members come first.
 *
 * The patience of Fredman (*On computing the length of longest increasing subsequences*, 1975)
 * with weights: a Fenwick tree over the values' ranks keeps the best total up to each value, so
 * that 5,000 notes cost no more than a sort.
 */
export function heaviestChain(links: readonly Link[]): readonly number[] {
  const ranks = new Map(
    [...new Set(links.map((link) => link.value))]
      .sort((a, b) => a - b)
      .map((value, rank) => [value, rank + 1]),
  )
  const tree: Best[] = Array.from({ length: ranks.size + 1 }, () => ({ total: 0, index: -1 }))
  const before: number[] = []
  let best: Best = { total: 0, index: -1 }
  links.forEach((link, index) => {
    const rank = ranks.get(link.value) ?? 0
    let reach: Best = { total: 0, index: -1 }
    for (let at = rank - 1; at > 0; at -= at & -at) reach = heavier(reach, tree[at])
    before.push(reach.index)
    const own = { total: reach.total + link.weight, index }
    for (let at = rank; at < tree.length; at += at & -at) tree[at] = heavier(tree[at] ?? own, own)
    best = heavier(best, own)
  })
  const chain: number[] = []
  for (let at = best.index; at >= 0; at = before[at] ?? -1) chain.unshift(at)
  return chain
}

// A later chain must be heavier by more than the rounding of a sum of weights.
const heavier = (a: Best, b: Best | undefined): Best =>
  b !== undefined && b.total > a.total + 1e-9 ? b : a

/** As `heaviestChain`, but of equal ones that whose members come last. */
export function heaviestLateChain(links: readonly Link[]): readonly number[] {
  const turned = links.map((link) => ({ value: -link.value, weight: link.weight })).reverse()
  return heaviestChain(turned)
    .map((index) => links.length - 1 - index)
    .reverse()
}
