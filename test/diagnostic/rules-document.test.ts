import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isOfSoundness, ruleGroups, type Rule } from '../../src/diagnostic/rules.ts'

const heading = `# Rules

Made from the rule table and the fixtures; do not edit.

An **error** stops the build. A **warning** does not, unless \`--strict\` is asked for. An **info** is advice, shown with \`--info\`.

A book sets how grave a rule is, in book.yaml:

\`\`\`yaml
checks:
  footnote-before-punctuation: off
  doubled-word: error
\`\`\`

A comment allows one place: what stands in the next block may break the rules that it names.

\`\`\`markdown
<!-- imprimatur: allow duplicate-heading -->

## Results
\`\`\`

The rules of pairing and numbering cannot be allowed away. A comment that allows nothing is itself reported (\`unused-silence\`), so that no silence outlives its reason.
`

/** A rule as the documentation shows it: what it finds, why, and its message on a small example. */
function documentRule(id: string, { severity, says, why, mend, refuses }: Rule): string {
  const golden = join('test', 'check', id, 'bad.txt')
  const example = existsSync(golden)
    ? readFileSync(golden, 'utf8')
        .trimEnd()
        .split(/\n\n(?=test\/)/u)[0]
        ?.replaceAll(/test\/check\/[^/]+\//gu, '')
    : undefined
  const ends = refuses
    ? ' The command ends with 2.'
    : isOfSoundness(id)
      ? ' A book cannot lower it.'
      : ''
  return [
    `### ${id}`,
    `*${severity}* · ${says}${ends}`,
    `Why: ${why}.`,
    `How to mend it: ${mend}.`,
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

const opening =
  '<!-- Made from the rule table; do not edit from here to the end of the tables. -->\n'
const closing = '\n<!-- end of the tables -->'

it('tells an author what every message about a text means', () => {
  const tables = Object.entries(ruleGroups)
    .filter(([title]) => !['Making and proving', 'Import'].includes(title))
    .map(([title, rules]) => {
      const rows = Object.entries<Rule>(rules).map(
        ([id, { says, mend }]) => `| [\`${id}\`](rules.md#${id}) | ${says} | ${sentence(mend)} |`,
      )
      return `\n### ${title}\n\n| message | what it means | what to do |\n| --- | --- | --- |\n${rows.join('\n')}\n`
    })
  const guide = readFileSync('docs/footnotes.md', 'utf8')
  const [head = '', rest = ''] = guide.split(opening)
  const tail = rest.slice(rest.indexOf(closing))
  const actual = head + opening + tables.join('') + tail
  if (process.env['UPDATE'] === '1') writeFileSync('docs/footnotes.md', actual)
  expect(readFileSync('docs/footnotes.md', 'utf8')).toBe(actual)
})

const sentence = (advice: string): string =>
  `${advice.slice(0, 1).toUpperCase()}${advice.slice(1)}.`.replaceAll('|', '\\|')
