import type { Ground } from './ground.ts'

/** What is found from a ground is found once, however often it is asked. */
export function once<T>(find: (ground: Ground) => T): (ground: Ground) => T {
  const known = new WeakMap<Ground, { readonly value: T }>()
  return (ground) => {
    const before = known.get(ground)
    if (before !== undefined) return before.value
    const value = find(ground)
    known.set(ground, { value })
    return value
  }
}
