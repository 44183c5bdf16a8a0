import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Log, Result } from 'sarif'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { positionAt } from '../../src/diagnostic/place.ts'
import { toSarif } from '../../src/diagnostic/sarif.ts'
import { checkFixture } from '../check/fixture.ts'
import { about, finding } from './finding.ts'

/** Holds a log against the schema of SARIF 2.1.0. Undefined where the package that carries it is absent. */
function schemaCheck(): ((log: Log) => unknown) | undefined {
  const schemas = 'lib/schemas/sarif-2.1.0-rtm.5.json'
  let path: string
  try {
    path = createRequire(import.meta.url).resolve(`@microsoft/jest-sarif/${schemas}`)
  } catch {
    console.warn('SKIPPED: the schema of SARIF is not installed (@microsoft/jest-sarif)')
    return undefined
  }
  // It names draft 4, by keys that later drafts spell otherwise; it uses nothing else of it.
  const schema = Object.fromEntries(
    Object.entries(JSON.parse(readFileSync(path, 'utf8')) as object).filter(
      ([key]) => key !== '$schema' && key !== 'id',
    ),
  )
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return (log) => (validate(JSON.parse(JSON.stringify(log))) ? [] : validate.errors)
}
const faultsOf = schemaCheck()

const toLog = (
  found: readonly Diagnostic[],
  texts: Readonly<Record<string, string>> = {},
  folders = { called: '/book' },
): Log =>
  toSarif(found, {
    tool: { name: 'imprimatur', version: '1.2.3' },
    folders,
    successful: true,
    textOf: (file) => texts[file],
  })

const resultsOf = (log: Log): readonly Result[] => log.runs[0]?.results ?? []
const first = (log: Log): Result | undefined => resultsOf(log)[0]
const uriOf = (file: string, folders?: { called: string; top?: string }): string | undefined =>
  first(toLog([finding({ file })], {}, folders))?.locations?.[0]?.physicalLocation?.artifactLocation
    ?.uri

const fixtures = readdirSync('test/check', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** What every rule finds in its fixture. */
const everything = fixtures.flatMap((rule) => checkFixture(rule, 'bad'))
const textsOf = (found: readonly Diagnostic[]): Record<string, string> =>
  Object.fromEntries(
    found.flatMap(({ file }) =>
      file !== undefined && existsSync(file) ? [[file, readFileSync(file, 'utf8')]] : [],
    ),
  )

const names = [
  'a b.md',
  'a#b?.md',
  '50%.md',
  'глава 東京 é.md',
  'a:b.md',
  './x/../k.md',
  '../k.md',
  '/abs/a b#.md',
  '/book/k.md',
  'a\\b.md',
  '\uD800.md',
  '[x].md',
]

describe('a SARIF log', () => {
  it.skipIf(faultsOf === undefined)('is one by the schema, for what every rule finds', () => {
    expect(everything.length).toBeGreaterThan(fixtures.length)
    expect(faultsOf?.(toLog(everything, textsOf(everything)))).toEqual([])
    expect(
      faultsOf?.({
        ...toLog([]),
        runs: [{ tool: { driver: { name: '' } }, results: [{}] }],
      } as never),
    ).not.toEqual([])
  })

  it.skipIf(faultsOf === undefined)('is one for odd names, for no file, and for nothing', () => {
    const bare = about(finding({}))
    expect(faultsOf?.(toLog([]))).toEqual([])
    expect(faultsOf?.(toLog([bare, finding({}), finding({ line: 1 })]))).toEqual([])
    expect(faultsOf?.(toLog(names.map((file) => finding({ file, line: 3 }))))).toEqual([])
  })

  it('describes the rules that found something, and no others', () => {
    const log = toLog([finding({}), finding({ rule: 'duplicate-heading' })])
    const rules = log.runs[0]?.tool.driver.rules ?? []
    expect(rules.map(({ id }) => id)).toEqual(['undefined-footnote', 'duplicate-heading'])
    expect(rules[0]).toMatchObject({
      shortDescription: { text: 'A note is called that has no text.' },
      fullDescription: { text: expect.stringMatching(/^The call would .*\.$/u) as string },
      defaultConfiguration: { level: 'error' },
    })
    expect(rules.every(({ help }) => /^\p{Lu}.*\.$/su.test(help?.text ?? ''))).toBe(true)
    for (const { ruleId, ruleIndex = -1 } of resultsOf(log))
      expect(rules[ruleIndex]?.id).toBe(ruleId)
  })

  it('has a result for each finding, of its severity, saying why, and what to do', () => {
    const log = toLog([
      finding({ help: 'write it' }),
      finding({ rule: 'duplicate-heading' }),
      finding({ rule: 'assumed-date' }),
    ])
    expect(resultsOf(log).map(({ level }) => level)).toEqual(['error', 'warning', 'note'])
    expect(first(log)?.message.text?.split('\n')).toEqual([
      'note `[^x]` is called, but has no text',
      'note: the call would print as plain brackets, without a number and without a note',
      'help: write it',
    ])
  })

  it('has a region by lines and columns, and none for a whole file', () => {
    const [placed, whole] = resultsOf(toLog([finding({ line: 3 }), finding({})]))
    const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 5 }
    expect(placed?.locations?.[0]?.physicalLocation?.region).toEqual(region)
    expect(whole?.locations?.[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'a.md' } })
  })

  it('tells what is about no file as a notification of the run', () => {
    const bare = about(finding({ rule: 'wrong-usage', message: 'what?' }))
    const [run] = toLog([bare]).runs
    expect(run?.results).toEqual([])
    expect(run?.invocations?.[0]?.toolExecutionNotifications).toEqual([
      {
        level: 'error',
        message: { text: 'what?' },
        associatedRule: { id: 'wrong-usage', index: 0 },
      },
    ])
  })

  it.each([
    ['a b.md', 'a%20b.md'],
    ['a#b?.md', 'a%23b%3F.md'],
    ['50%.md', '50%25.md'],
    ['é 東/k.md', '%C3%A9%20%E6%9D%B1/k.md'],
    ['a:b.md', 'a%3Ab.md'],
    ['./x/../k.md', 'k.md'],
    ['../k.md', '../k.md'],
    ['/abs/a b#.md', 'file:///abs/a%20b%23.md'],
    ['/book/k.md', 'k.md'],
  ])('names `%s` as `%s`', (file, uri) => {
    expect(uriOf(file)).toBe(uri)
    expect(new URL(uri, 'file:///book/').pathname).toBe(
      new URL(uriOf(file) ?? '', 'file:///book/').pathname,
    )
  })

  it('names files from the top of the repository', () => {
    expect(uriOf('k.md', { called: '/top/source', top: '/top' })).toBe('source/k.md')
  })

  it('leads to related places', () => {
    const related = [{ file: 'b c.md', position: positionAt('a\nb', 2, 3), message: 'first here' }]
    expect(first(toLog([finding({ line: 9, related })]))?.relatedLocations).toEqual([
      {
        id: 1,
        message: { text: 'first here' },
        physicalLocation: {
          artifactLocation: { uri: 'b%20c.md' },
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 },
        },
      },
    ])
  })

  it('carries fixes by lines and columns, which CRLF and a byte order mark do not move', () => {
    const text = 'one\ntwo [^a\n'
    const fix = [{ start: 11, end: 11, text: ']' }]
    const log = toLog([finding({ position: positionAt(text, 8, 11), fix })], { 'a.md': text })
    expect(first(log)?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 8 },
        insertedContent: { text: ']' },
      },
    ])
  })

  it('applied, mends every fixture as the fix says', () => {
    const texts = textsOf(everything)
    const fixed = everything.filter(({ fix, file }) => fix !== undefined && file !== undefined)
    expect(fixed.length).toBeGreaterThan(5)
    for (const each of fixed) {
      const text = texts[each.file ?? ''] ?? ''
      const expected = [...(each.fix ?? [])]
        .reverse()
        .reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text)
      const replacements = first(toLog([each], texts))?.fixes?.[0]?.artifactChanges[0]?.replacements
      const lines = text.split('\n')
      const offset = (line = 1, column = 1): number =>
        lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1
      const actual = [...(replacements ?? [])].reverse().reduce((now, change) => {
        const { startLine, startColumn, endLine, endColumn } = change.deletedRegion
        const inserted = change.insertedContent?.text ?? ''
        return (
          now.slice(0, offset(startLine, startColumn)) +
          inserted +
          now.slice(offset(endLine, endColumn))
        )
      }, text)
      expect(actual).toBe(expected)
    }
  })

  it('knows a finding again when lines above it come and go, and tells two on a line apart', () => {
    const prints = (text: string): unknown[] => {
      const found = [...text.matchAll(/\[\^x\]/gu)].map(({ index }) =>
        finding({ position: positionAt(text, index, index + 4) }),
      )
      return resultsOf(toLog(found, { 'a.md': text })).map(
        ({ partialFingerprints }) => partialFingerprints?.['ruleAndLine/v1'],
      )
    }
    const before = prints('One.\n\nTwo[^x] and[^x] on.\n\nThree[^x].\n')
    expect(new Set(before).size).toBe(3)
    expect(prints('New.\n\nNew.\n\nOne.\n\nTwo[^x] and[^x] on.\n\n  Three[^x].')).toEqual(before)
    expect(prints('Two[^x] and[^x] off.')).not.toContain(before[0])
  })

  it('says whether the command could run', () => {
    const { tool, folders } = { tool: { name: 'i', version: '1' }, folders: { called: '/' } }
    const log = toSarif([], { tool, folders, successful: false, textOf: () => undefined })
    expect(log.runs[0]?.invocations?.[0]?.executionSuccessful).toBe(false)
  })
})
