import type { Surroundings } from '../../source/scan.ts'
import { keyOf, type Ground } from '../ground.ts'

/** One half of a note that stands where Markdown reads no notes, while its other half stands in the text. */
export interface Lost {
  readonly kind: 'call' | 'definition'
  readonly label: string
  readonly start: number
  readonly end: number
}

/**
 * Finds calls whose note has no other call, and definitions whose note has no other text, inside
 * closed regions of some kinds. Where a region holds both halves it is a sample of Markdown.
 */
export function lostIn(ground: Ground, kinds: readonly Surroundings[]): readonly Lost[] {
  const { regions, footnotes } = ground.chapter.written.scan
  const found: Lost[] = []
  let region = 0
  const halves = new Map<number, Set<string>>()
  const inside = footnotes.flatMap((spelling) => {
    if (!kinds.includes(spelling.surroundings)) return []
    const start = spelling.position.start.offset
    while ((regions[region]?.end ?? Infinity) <= start) region++
    const set = halves.get(region) ?? new Set<string>()
    halves.set(region, set.add(`${spelling.kind} ${keyOf(spelling.label)}`))
    return [{ ...spelling, region }]
  })
  for (const { kind, label, position, region: index } of inside) {
    const other = kind === 'call' ? 'definition' : 'call'
    if (halves.get(index)?.has(`${other} ${keyOf(label)}`) === true) continue
    if (kind === 'call' ? !ground.lacksCall(label) : !ground.lacksText(label)) continue
    found.push({ kind, label, start: position.start.offset, end: position.end.offset })
  }
  return found
}
