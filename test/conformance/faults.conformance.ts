import { expect, it } from 'vitest'
import { kinds } from '../faults/kinds.ts'
import { measure, sums, table, told } from '../faults/measure.ts'

/** Faults a group at a time would hide a weak one; the bars are the catalogue's, over all. */
it('finds faults injected into clean chapters, on their line, and lets harmless changes be', () => {
  const cases = measure(2000, Number(process.env['SEED'] ?? 1000))
  console.log(table(cases))
  const errors = sums(cases, ({ severity }) => severity === 'error')
  const warnings = sums(cases, ({ severity }) => severity === 'warning')
  const faults = sums(cases, ({ severity }) => severity !== 'benign')
  const alarms = cases.filter(
    ({ kind, findings }) => kind.severity === 'benign' && findings.length > 0,
  )
  const missed = cases.filter(({ kind, onLine }) => kind.severity !== 'benign' && !onLine)
  const report = missed.map(told).join('\n\n')
  expect(kinds.length).toBeGreaterThanOrEqual(75)
  expect(alarms.map(told)).toEqual([])
  expect(errors.found, report).toBeGreaterThanOrEqual(0.99)
  expect(warnings.found, report).toBeGreaterThanOrEqual(0.95)
  expect(faults.onLine, report).toBeGreaterThanOrEqual(0.95)
}, 600_000)
