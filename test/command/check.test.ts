import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCheck, type CheckOptions } from '../../src/command/check.ts'
import { bookYaml, writeFiles } from '../write-book.ts'
import { outside, recorder } from './terminal.ts'

const options: CheckOptions = { strict: false, info: false, quiet: false, format: 'pretty' }
function check(files: Record<string, string>, paths: string[], more: Partial<CheckOptions> = {}) {
  const folder = writeFiles(files)
  const terminal = recorder()
  const code = runCheck(
    paths.map((path) => join(folder, path)),
    { ...options, ...more },
    outside,
    terminal,
  )
  return { code, said: terminal.said(), out: terminal.results().replaceAll(`${folder}/`, '') }
}
const sound = '# T\n\n## A {#sec-a}\n\nText.[^a] See @sec-a.\n\n[^a]: Note.\n'

describe('imprimatur check', () => {
  it('says what is sound, and ends with 0', () => {
    expect(check({ 'k.md': sound }, ['k.md'])).toEqual({
      code: 0,
      said: '1 note, 1–1, 1 cross-reference: sound\n',
      out: '',
    })
  })
  it('frames what is wrong, and ends with 1', () => {
    const { code, said, out } = check({ 'k.md': '# T\n\nText.[^999] More.\n' }, ['k.md'])
    expect(code).toBe(1)
    expect(said).toBe('1 error, 0 warnings: not sound\n')
    expect(out).toMatch(/^k\.md:3:6 {2}error {2}undefined-footnote\n\n/u)
    expect(out).toContain('  3 | Text.[^999] More.\n')
    expect(out).toMatch(/\n {2}help: /u)
  })
  it('ends with 2 where a file cannot be read', () => {
    expect(check({}, ['nope.md'])).toMatchObject({ code: 2 })
    expect(check({}, ['nope'])).toMatchObject({ code: 2 })
    expect(check({ 'book.yaml': 'title: [' }, ['.'])).toMatchObject({ code: 2 })
  })
  it('checks several files each on its own', () => {
    expect(check({ 'a.md': sound, 'b.md': sound }, ['a.md', 'b.md'])).toMatchObject({ code: 0 })
  })
  it('starts at the number it is told', () => {
    expect(check({ 'k.md': sound }, ['k.md'], { first: 568 }).said).toMatch(/568–568/u)
  })
  it('fails on warnings where it is strict', () => {
    const files = { 'k.md': '# T\n\n## A\n\na\n\n## A\n\nb\n' }
    expect(check(files, ['k.md']).code).toBe(0)
    expect(check(files, ['k.md'], { strict: true }).code).toBe(1)
  })
  it('prints a line a finding', () => {
    const { out } = check({ 'k.md': '# T\n\nText.[^999]\n' }, ['k.md'], { format: 'line' })
    expect(out).toMatch(/^k\.md:3:6: error undefined-footnote: [^\n]+\n$/u)
  })
  it('prints one JSON object with every field', () => {
    const { out } = check({ 'book.yaml': bookYaml(['k.md']), 'k.md': '# T\n\na[^999]\n' }, ['.'], {
      format: 'json',
    })
    const parsed = JSON.parse(out) as { diagnostics: Record<string, unknown>[]; summary: unknown }
    expect(Object.keys(parsed.diagnostics[0] ?? {})).toEqual([
      'file',
      'rule',
      'severity',
      'line',
      'column',
      'endLine',
      'endColumn',
      'message',
      'note',
      'help',
    ])
    expect(parsed.diagnostics[0]).toMatchObject({
      rule: 'undefined-footnote',
      line: 3,
      column: 2,
      endColumn: 8,
    })
    expect(parsed.summary).toEqual({
      files: 1,
      notes: 0,
      first: null,
      last: null,
      errors: 1,
      warnings: 0,
    })
  })
})
