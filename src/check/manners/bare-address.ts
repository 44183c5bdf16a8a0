import type { Ground } from '../ground.ts'

/** Whether a bare address (GFM 6.9) ends at an offset: the call behind it needs its space, or it would be part of the address. */
export function followsBareAddress({ text, chapter }: Ground, offset: number): boolean {
  const { regions } = chapter.written.scan
  let low = 0
  let high = regions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((regions[middle]?.end ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  const region = regions[low]
  return region?.kind === 'url' && region.end === offset && text[offset - 1] !== '>'
}
