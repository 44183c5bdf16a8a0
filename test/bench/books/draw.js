// Draws from a fixed seed: the same book on every machine and in every run.

/** The generator “mulberry32”, which is public domain: 32 bits of state, and fair enough to mix words. */
export function draws(seed) {
  let state = seed >>> 0
  /** In [0, 1). */
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  /** From `least` to `most`, both among them. */
  const between = (least, most) => least + Math.floor(share() * (most - least + 1))
  const pick = (list) => list[between(0, list.length - 1)]
  return {
    share,
    between,
    pick,
    chance: (probability) => share() < probability,
    /** From the front of the list more often than from its end. */
    pickSkewed: (list) => {
      const at = share()
      return list[Math.floor(at * at * list.length)]
    },
    shuffled: (list) => {
      const rest = [...list]
      for (let i = rest.length - 1; i > 0; i--) {
        const j = between(0, i)
        ;[rest[i], rest[j]] = [rest[j], rest[i]]
      }
      return rest
    },
    times: (least, most, make) =>
      Array.from({ length: between(least, most) }, (_, index) => make(index)),
  }
}
