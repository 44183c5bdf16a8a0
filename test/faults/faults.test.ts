import { describe, expect, test } from 'vitest'
import { kinds } from './kinds.ts'
import { measure, sums, told } from './measure.ts'

/** All kinds, two and more mutants of each. The longer run is `test/conformance/faults.conformance.ts`. */
const cases = measure(kinds.length * 2, 1)

test('the list holds kinds enough, and every one finds a place', () => {
  const count = (severity: string): number =>
    kinds.filter((kind) => kind.severity === severity).length
  expect(count('error')).toBeGreaterThanOrEqual(40)
  expect(count('warning')).toBeGreaterThanOrEqual(12)
  expect(count('benign')).toBeGreaterThanOrEqual(25)
  expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length)
  const injected = new Set(cases.map(({ kind }) => kind.id))
  expect(kinds.filter(({ id }) => !injected.has(id)).map(({ id }) => id)).toEqual([])
})

const groups = [...new Set(kinds.map(({ group, severity }) => `${group}, ${severity}`))]

describe.each(groups)('%s', (name) => {
  const own = cases.filter(({ kind }) => `${kind.group}, ${kind.severity}` === name)
  const { found, onLine } = sums(own, () => true)

  if (name.endsWith('benign'))
    test('harmless changes raise no alarm', () => {
      expect(own.filter(({ findings }) => findings.length > 0).map(told)).toEqual([])
    })
  else
    test('faults are found, on their line', () => {
      const missed = own.filter((each) => !each.onLine).map(told)
      expect(found, missed.join('\n\n')).toBeGreaterThanOrEqual(
        name.endsWith('error') ? 0.99 : 0.95,
      )
      expect(onLine, missed.join('\n\n')).toBeGreaterThanOrEqual(0.95)
    })
})
