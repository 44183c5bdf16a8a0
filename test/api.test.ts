import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as api from '../src/index.ts'
import { writeFiles } from './write-book.ts'

it('has these public names and no others', () => {
  expect(Object.keys(api).sort()).toEqual(['build', 'check', 'version'])
})

it('takes the day of the machine for a chapter without a date, where none is given', () => {
  const text =
    '---\ntitle: Overview\n---\n\nOne.[^1]\n\n[^1]: Agency, *Report* (May 3, 2019), <https://example.org/report>\n'
  const path = join(writeFiles({ 'chapter.md': text }), 'chapter.md')
  const today = new Date().toISOString().slice(0, 7)
  for (const { value, diagnostics } of [api.check({ path }), api.check({ path }, {})]) {
    expect(value?.book.metadata.date.slice(0, 7)).toBe(today)
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['assumed-date'])
  }
  const given = api.check({ path }, { today: '2020-12-15', epochDate: '2019-01-01' })
  expect(given.value?.book.metadata.date).toBe('2019-01-01')
})
