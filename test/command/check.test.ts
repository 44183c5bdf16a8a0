import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { runCheck, type CheckOptions } from '../../src/command/check.ts'
import { showsColour } from '../../src/command/terminal.ts'
import { version } from '../../src/version.ts'
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
      'related',
      'fix',
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

  it('prints valid JSON with the finding, and ends with 2, where a file cannot be read', () => {
    const { code, out } = check({ 'k.md': 'a\u0000b' }, ['k.md', 'nope.md'], { format: 'json' })
    const { diagnostics } = JSON.parse(out) as { diagnostics: { rule: string }[] }
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['control-character', 'missing-file'])
    expect(code).toBe(2)
  })
  it('prints a SARIF log, with advice where it was asked for', () => {
    const logOf = (info: boolean) => {
      const { code, out } = check({ 'k.md': '# T\n\nText.[^999]\n' }, ['k.md'], {
        format: 'sarif',
        info,
      })
      const [run] = (JSON.parse(out) as Log).runs
      return { code, rules: run?.results?.map(({ ruleId }) => ruleId), run }
    }
    expect(logOf(false)).toMatchObject({ code: 1, rules: ['undefined-footnote'] })
    expect(logOf(true).rules).toContain('assumed-date')
    expect(logOf(false).run?.invocations).toMatchObject([{ executionSuccessful: true }])
    expect(logOf(false).run?.tool.driver).toMatchObject({ name: 'imprimatur', version })
  })
  it('says in a SARIF log that a file could not be read', () => {
    const { code, out } = check({}, ['nope.md'], { format: 'sarif' })
    expect(code).toBe(2)
    expect((JSON.parse(out) as Log).runs[0]?.invocations).toMatchObject([
      { executionSuccessful: false },
    ])
  })
  it('prints annotations for GitHub', () => {
    const { out } = check({ 'k.md': '# T\n\nText.[^999]\n' }, ['k.md'], { format: 'github' })
    expect(out).toMatch(/^::error file=.*k\.md,line=3,endLine=3,col=6,endColumn=12,title=undef/u)
  })
  it('says a thing once, though it was asked twice', () => {
    const { out, said } = check({ 'k.md': '# T\n\nText.[^999]\n' }, ['k.md', 'k.md'], {
      format: 'line',
    })
    expect(out.match(/undefined-footnote/gu)).toHaveLength(1)
    expect(said).toBe('1 error, 0 warnings: not sound\n')
  })
  it('frames what repeats once, with its other places', () => {
    const text = `# T\n\n${'##\n\nText.\n\n'.repeat(6)}`
    const { out, said } = check({ 'k.md': text }, ['k.md'])
    expect(out.match(/empty-heading/gu)).toHaveLength(1)
    expect(out).toContain('\n  and 5 more places: 7:1, 11:1, 15:1, 19:1, 23:1\n')
    expect(said).toBe('6 errors, 0 warnings: not sound\n')
  })
  it('shows as many as were asked for, errors first, and counts the rest', () => {
    const again = '## A\n\na\n\n'.repeat(3)
    const files = { 'k.md': `# T\n\n${again}Text.[^a] More.[^b]\n` }
    const options = { format: 'line', max: 1 } as const
    const { out, said, code } = check(files, ['k.md'], options)
    expect(out).toMatch(/^k\.md:15:6: error [^\n]+\n… and 3 more: 1 error, 2 warnings\n$/u)
    expect(said).toBe('2 errors, 2 warnings: not sound\n')
    expect(code).toBe(1)
    expect(check(files, ['k.md'], { ...options, max: 0 }).out.match(/\n/gu)).toHaveLength(4)
  })
  it('shows colours on a terminal that has them, over the same text', () => {
    const files = { 'k.md': '# T\n\nText.[^999]\n' }
    const folder = writeFiles(files)
    const [plain = '', coloured = ''] = [false, true].map((out) => {
      const terminal = recorder({ hasColour: { out, err: false } })
      runCheck([join(folder, 'k.md')], options, outside, terminal)
      return terminal.results()
    })
    expect(coloured).toContain('\u001B[')
    expect(stripVTControlCharacters(coloured)).toBe(plain)
  })
})

it.each<[boolean, Record<string, string>, boolean]>([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [false, { FORCE_COLOR: '' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
])('a terminal (%s) with %o shows colours: %s', (isTerminal, environment, shows) => {
  expect(showsColour(isTerminal, environment)).toBe(shows)
})
