import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evidence } from '../../src/diagnostic/rules/evidence.ts'
import { footnotes } from '../../src/diagnostic/rules/footnotes.ts'
import { manners } from '../../src/diagnostic/rules/manners.ts'
import { structure } from '../../src/diagnostic/rules/structure.ts'
import { text } from '../../src/diagnostic/rules/text.ts'
import { typing } from '../../src/diagnostic/rules/typing.ts'
import { checkFixture, folderOf, printed } from './fixture.ts'

const rules = Object.keys({
  ...footnotes,
  ...typing,
  ...manners,
  ...evidence,
  ...structure,
  ...text,
})

test('every rule has a folder of fixtures, and every folder a rule', () => {
  const folders = readdirSync('test/check', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(folders.sort()).toEqual([...rules].sort())
})

describe.each(rules)('%s', (rule) => {
  test('is silent where all is sound', () => {
    expect(printed(checkFixture(rule, 'good').filter(({ severity }) => severity !== 'info'))).toBe(
      '',
    )
    expect(checkFixture(rule, 'good').map((finding) => finding.rule)).not.toContain(rule)
  })

  test('finds what is wrong, and nothing else', () => {
    const found = checkFixture(rule, 'bad')
    const others = found.filter((finding) => finding.rule !== rule && finding.severity !== 'info')
    expect(printed(others)).toBe('')
    expect(found.map((finding) => finding.rule)).toContain(rule)

    const golden = join(folderOf(rule), 'bad.txt')
    const actual = printed(found.filter((finding) => finding.rule === rule))
    if (process.env['UPDATE'] === '1') writeFileSync(golden, actual)
    expect(actual).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '')
  })
})
