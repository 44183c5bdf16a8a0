import { diffArrays } from 'diff'

/** Two sequences side by side: what both have, in one form or another, and what only one has. */
export type Aligned<T> =
  | { readonly type: 'both'; readonly old: T; readonly now: T }
  | { readonly type: 'deleted'; readonly old: T }
  | { readonly type: 'inserted'; readonly now: T }

/** Of two gaps so large that comparing each with each would take too long, all is replaced. */
const MOST_COMPARED = 250_000

/**
 * Aligns two sequences: what has the same key first (Myers 1986), then, between those, the pairs that
 * are most alike, in their order. `likeness` is 0–1; what is not alike at all, 0, is not paired.
 */
export function align<T>(
  old: readonly T[],
  now: readonly T[],
  keyOf: (item: T) => string,
  likeness: (old: T, now: T) => number,
): readonly Aligned<T>[] {
  const aligned: Aligned<T>[] = []
  let [i, j] = [0, 0]
  let gap: { old: readonly T[]; now: readonly T[] } = { old: [], now: [] }
  const close = (): void => {
    aligned.push(...pairLike(gap.old, gap.now, likeness))
    gap = { old: [], now: [] }
  }
  for (const { added, removed, count } of diffArrays(old.map(keyOf), now.map(keyOf))) {
    if (removed) gap = { ...gap, old: [...gap.old, ...old.slice(i, i + count)] }
    else if (added) gap = { ...gap, now: [...gap.now, ...now.slice(j, j + count)] }
    else {
      close()
      for (let k = 0; k < count; k++)
        aligned.push({ type: 'both', old: old[i + k]!, now: now[j + k]! })
    }
    if (!added) i += count
    if (!removed) j += count
  }
  close()
  return aligned
}

/** The pairs whose likeness together is greatest, by dynamic programming. */
function pairLike<T>(
  old: readonly T[],
  now: readonly T[],
  likeness: (old: T, now: T) => number,
): readonly Aligned<T>[] {
  const isTooMuch = old.length * now.length > MOST_COMPARED
  if (old.length === 0 || now.length === 0 || isTooMuch)
    return [
      ...old.map((each) => ({ type: 'deleted', old: each }) as const),
      ...now.map((each) => ({ type: 'inserted', now: each }) as const),
    ]
  const width = now.length + 1
  const best = new Float64Array((old.length + 1) * width)
  const like = old.map((a) => now.map((b) => likeness(a, b)))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
      const pair = like[i]![j]!
      best[i * width + j] = Math.max(skip, pair > 0 ? pair + best[(i + 1) * width + j + 1]! : 0)
    }
  const pairs: Aligned<T>[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < now.length) {
    const here = best[i * width + j]!
    if (here === best[(i + 1) * width + j]!) pairs.push({ type: 'deleted', old: old[i++]! })
    else if (here === best[i * width + j + 1]!) pairs.push({ type: 'inserted', now: now[j++]! })
    else pairs.push({ type: 'both', old: old[i++]!, now: now[j++]! })
  }
  while (i < old.length) pairs.push({ type: 'deleted', old: old[i++]! })
  while (j < now.length) pairs.push({ type: 'inserted', now: now[j++]! })
  return pairs
}

/** Words that two texts share, each as often as both have it: 2·shared / all (Dice 1945). */
export function shareOf(a: string, b: string): number {
  const left = a.match(word) ?? []
  const right = b.match(word) ?? []
  if (left.length + right.length === 0) return 1
  const counts = new Map<string, number>()
  for (const each of left) counts.set(each, (counts.get(each) ?? 0) + 1)
  let shared = 0
  for (const each of right) {
    const count = counts.get(each) ?? 0
    if (count === 0) continue
    shared++
    counts.set(each, count - 1)
  }
  return (2 * shared) / (left.length + right.length)
}

const word = /[\p{L}\p{N}]+/gu
