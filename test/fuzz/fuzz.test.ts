import fc, { type Arbitrary } from 'fast-check'
import { describe, it } from 'vitest'
import { documents } from './blocks.ts'
import { damaged } from './noise.ts'
import { holdsForBook, holdsForChapter } from './properties.ts'
import { settings } from './settings.ts'

/** Documents in all. More are tried by `FUZZ_RUNS=100000 FUZZ_SEED=7 npx vitest run test/fuzz`. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 2000)
const seed = Number(process.env['FUZZ_SEED'] ?? 568)
/** Milliseconds of the processor, whatever else runs beside, that one document may take in a long run; a short one asserts no time. */
const longest = runs > 2000 ? 2000 : Infinity

function always<T>(texts: Arbitrary<T>, share: number, holds: (text: T) => void): void {
  const timed = (text: T): void => {
    const start = process.cpuUsage()
    holds(text)
    const { user, system } = process.cpuUsage(start)
    const took = (user + system) / 1000
    if (took > longest) throw new Error(`it took ${took} ms`)
  }
  fc.assert(fc.property(texts, timed), { seed, numRuns: Math.ceil(runs * share) })
}

describe(
  'whatever is written, reading and checking does not break: every place lies in the text, fixes do not overlap, scanner and parser agree, two runs say the same',
  { timeout: 3_600_000 },
  () => {
    it('of any chapter', () => always(documents, 0.5, holdsForChapter))
    it('of a sound text that was damaged', () => always(damaged, 0.4, holdsForChapter))
    it('of any book.yaml', () => always(settings, 0.1, holdsForBook))
  },
)
