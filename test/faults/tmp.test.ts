import { test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { measure, table, told } from './measure.ts'
import { kinds } from './kinds.ts'
test('m', () => {
  const only = process.env['KIND']
  const cases = measure(
    Number(process.env['N'] ?? 2000),
    Number(process.env['SEED'] ?? 1),
    only ? kinds.filter((k) => k.id === only) : kinds,
  )
  writeFileSync('/tmp/faults-table.txt', table(cases))
  const own = cases.filter(({ kind }) => !['manners', 'evidence', 'text'].includes(kind.group))
  writeFileSync(
    '/tmp/faults-missed.txt',
    own
      .filter((c) => (c.kind.severity === 'benign' ? c.findings.length : !c.onLine))
      .map(told)
      .join('\n\n'),
  )
  writeFileSync(
    '/tmp/faults-echo.txt',
    own
      .filter((c) => c.kind.severity !== 'benign' && c.onLine && c.echoes > 0)
      .map(told)
      .join('\n\n'),
  )
  const never = kinds.filter((k) => !cases.some((c) => c.kind === k)).map((k) => k.id)
  console.log('never injected', never, cases.length)
})
