import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkFile } from '../faults/measure.ts'
import { history, lawReview } from './long.ts'

const documents = 'test/prose/documents'
const temporary = mkdtempSync(join(tmpdir(), 'imprimatur-prose-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const made = { 'law-review.md': lawReview(300, 1), 'history.md': history(240, 2) }
for (const [name, text] of Object.entries(made)) writeFileSync(join(temporary, name), text)

const files = [
  ...readdirSync(documents)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(documents, name)),
  ...Object.keys(made).map((name) => join(temporary, name)),
].sort()

const found = files.flatMap((file) =>
  checkFile(file).map((finding) => ({ ...finding, name: basename(file) })),
)
const line = ({ name, severity, rule, message, position }: (typeof found)[number]): string =>
  `${name}:${position?.start.line ?? '-'} ${severity} ${rule}: ${message}`

test('sound prose of many kinds raises no error', () => {
  expect(found.filter(({ severity }) => severity === 'error').map(line)).toEqual([])
})

/** Every line of the golden was judged: a careful editor would want to be told. */
test('and no warning but those that a careful editor would want', () => {
  const golden = 'test/prose/expected.txt'
  const actual = found
    .filter(({ severity }) => severity === 'warning')
    .map((finding) => `${line(finding)}\n`)
    .join('')
  if (process.env['UPDATE'] === '1') writeFileSync(golden, actual)
  expect(actual).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '')
})
