import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, roomOf } from '../../../src/print/line/break-lines.ts'
import { chooseBreaks } from '../../../src/print/line/choose-breaks.ts'
import { EXPANSION_JUMP } from '../../../src/print/line/costs.ts'
import { itemize } from '../../../src/print/line/itemize.ts'
import { openTypesetter } from '../type/typesetter.ts'
import { everyWay } from './every-way.ts'
import { demeritsOf, firstFit } from './first-fit.ts'
import { plainRun, settingsOf } from './set-text.ts'

const typesetter = await openTypesetter()

const word = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.constantFrom(
      ...'the of a in ministry report data published budget independent researchers government state year programme'.split(
        ' ',
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...'инфраструктуры государственная развитие в и'.split(' ')),
  },
  fc.constantFrom(
    'well-known',
    'so—and',
    '568–600,',
    '“quoted,”',
    '№',
    'https://www.example.org/a/path-of-some-length?with=query',
    'и/или',
  ),
  fc.string({ minLength: 1, maxLength: 10, unit: fc.constantFrom(...'abcdefghilmnorstu') }),
)

const paragraph = (most: number) =>
  fc.array(word, { minLength: 4, maxLength: most }).map((words) => words.join(' '))

const TOLERANCE = 4
const pass = { tolerance: TOLERANCE, level: 1, isLast: false } as const
/** A failure tells the seed, by which it is found again. */
const limits = { numRuns: 300, interruptAfterTimeLimit: 3_000, markInterruptAsFailure: false }

describe('any paragraph', () => {
  it('costs no more than it does where each line is as full as it goes, if that can be', () => {
    let compared = 0
    fc.assert(
      fc.property(
        paragraph(50),
        fc.integer({ min: 120, max: 420 }),
        fc.constantFrom(0, 0.02),
        (text, measure, expansion) => {
          const settings = settingsOf(measure, { expansion })
          const items = itemize(typesetter, [plainRun(text)], settings)
          const room = roomOf(items, settings, 0)
          const ends = firstFit(items, room)
          const greedy = ends && demeritsOf(items, room, ends, TOLERANCE)
          if (ends === undefined || greedy === undefined) return
          const best = chooseBreaks(items, room, pass)
          compared++
          // Of ways to one place that differ in expansion alone one is kept: a jump may be missed a line.
          const missed = expansion > 0 ? EXPANSION_JUMP * ends.length : 0
          expect(best?.demerits).toBeLessThanOrEqual(greedy + missed + 1e-3)
        },
      ),
      limits,
    )
    expect(compared).toBeGreaterThan(20)
  })

  it('is broken in the cheapest of all ways', () => {
    let compared = 0
    fc.assert(
      fc.property(paragraph(14), fc.integer({ min: 110, max: 200 }), (text, measure) => {
        const settings = settingsOf(measure, { expansion: 0 })
        const items = itemize(typesetter, [plainRun(text)], settings)
        const room = roomOf(items, settings, 0)
        const ways = everyWay(items, room, TOLERANCE, 20_000)
        if (ways === undefined) return
        const best = chooseBreaks(items, room, pass)
        expect(best === undefined).toBe(ways.length === 0)
        if (best === undefined) return
        compared++
        expect(best.demerits).toBeCloseTo(Math.min(...ways.map(({ demerits }) => demerits)), 3)
      }),
      limits,
    )
    expect(compared).toBeGreaterThan(20)
  })

  it('has lines that fill their measure, or are let out, or are reported', () => {
    fc.assert(
      fc.property(paragraph(50), fc.integer({ min: 60, max: 420 }), (text, measure) => {
        const { lines, overfull } = breakLines(typesetter, [plainRun(text)], settingsOf(measure))
        const over = new Set(overfull.map(({ line }) => line))
        lines.forEach((line, index) => {
          if (over.has(index)) return
          if (line.ratio === 0) expect(line.width).toBeLessThanOrEqual(measure + 1e-6)
          else expect(line.width).toBeCloseTo(measure, 6)
        })
      }),
      limits,
    )
  })
})
