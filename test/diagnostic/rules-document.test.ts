import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ruleGroups, type Rule } from '../../src/diagnostic/rules.ts'

const heading = '# Rules\n\nMade from the rule table and the fixtures; do not edit.\n'

/** A rule as the documentation shows it: what it finds, why, and its message on a small example. */
function documentRule(id: string, { severity, says, why, refuses }: Rule): string {
  const golden = join('test', 'check', id, 'bad.txt')
  const example = existsSync(golden)
    ? readFileSync(golden, 'utf8')
        .trimEnd()
        .split(/\n\n(?=test\/)/u)[0]
        ?.replaceAll(/test\/check\/[^/]+\//gu, '')
    : undefined
  const ends = refuses ? ' The command ends with 2.' : ''
  return [
    `### ${id}`,
    `*${severity}* · ${says}${ends}`,
    `Why: ${why}.`,
    ...(example === undefined ? [] : [`\`\`\`text\n${example}\n\`\`\``]),
  ].join('\n\n')
}

it('documents every rule, as the table and the fixtures have it', () => {
  const groups = Object.entries(ruleGroups).map(
    ([title, rules]) =>
      `## ${title}\n\n${Object.entries<Rule>(rules)
        .map(([id, rule]) => documentRule(id, rule))
        .join('\n\n')}\n`,
  )
  const actual = [heading, ...groups].join('\n')
  if (process.env['UPDATE'] === '1') writeFileSync('docs/rules.md', actual)
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(actual)
})
