import { z } from 'zod'
import type { Outcome } from './look-up.ts'

/** An outcome, and the ISO date on which it was found. */
export interface Remembered {
  readonly outcome: Outcome
  readonly on: string
}

/** What is known of addresses from before. */
export type LinkCache = ReadonlyMap<string, Remembered>

/** Days for which an outcome is taken as known: what was found stays for a while, what was not is asked again the next day. */
const daysValid: Record<Outcome['kind'], number> = { sound: 7, moved: 7, dead: 1, unknown: 1 }

/** Those that are worth remembering. */
const failures = ['certificate', 'closed', 'refused', 'circle', 'many', 'astray'] as const

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sound') }),
  z.strictObject({ kind: z.literal('moved'), to: z.url({ protocol: /^https?$/u }) }),
  z.strictObject({ kind: z.literal('dead'), why: z.union([z.int(), z.literal('name')]) }),
  z.strictObject({ kind: z.literal('unknown'), why: z.union([z.int(), z.enum(failures)]) }),
])

const schema = z.strictObject({
  schema: z.literal(1),
  addresses: z.record(z.string(), z.strictObject({ outcome, on: z.iso.date() })),
})

/** Reads the text of a cache file: what is still valid on `today`, an ISO date. Undefined where it is no such file. */
export function readCache(text: string, today: string): LinkCache | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const read = schema.safeParse(json)
  if (!read.success) return undefined
  return new Map(
    Object.entries(read.data.addresses).filter(([, remembered]) => isValid(remembered, today)),
  )
}

function isValid({ outcome: { kind }, on }: Remembered, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(on)) / 86_400_000
  return days >= 0 && days < daysValid[kind]
}

/** The text of a cache file, in order of addresses. */
export function writeCache(cache: LinkCache): string {
  const addresses = Object.fromEntries([...cache].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({ schema: 1, addresses }, null, 1)}\n`
}
