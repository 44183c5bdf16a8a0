import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bookYaml, writeFiles } from '../write-book.ts'
import { chapter, found, judged, messages } from './books.ts'

const sound = chapter('Text.[^1]\n\n[^1]: Note.')
/** What is found in a `book.yaml` of these lines. */
const settings = (yaml: string) => judged(writeFiles({ 'book.yaml': yaml, 'k.md': sound }))
/** The same of one that is sound but for these lines, the first of which is line 4. */
const more = (lines: string) => found(sound, {}, lines)

describe('the metadata of a chapter', () => {
  it.each(['js', 'json', 'toml', 'coffee'])('in `---%s` is refused, and not run', (language) => {
    const text = `---${language}\nglobalThis.hostile = true\n---\n\n${sound}`
    expect(found(text).told[0]).toBe('1 metadata-syntax')
    expect('hostile' in globalThis).toBe(false)
  })
})

describe('YAML', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) =>
      `l${n + 1}: &l${n + 1} [${n === 0 ? 'lol' : `*l${n}`}${n === 0 ? '' : `, *l${n}`.repeat(8)}]\n`,
  ).join('')
  it.each<[string, string, RegExp]>([
    ['aliases that multiply', laughs, /aliases and anchors are not allowed/u],
    ['one alias', 'subtitle: &a x\nplace: *a\n', /aliases and anchors are not allowed/u],
    ['a function', 'subtitle: !!js/function "x"\n', /is a tag, which is not allowed/u],
    ['a Python object', 'subtitle: !!python/object:os.system x\n', /is a tag|tag .* not allowed/u],
    ['binary data', 'subtitle: !!binary aGk=\n', /tag/u],
    ['an unknown tag', 'subtitle: !x y\n', /is a tag, which is not allowed/u],
    ['a key that is there twice', 'title: x\n', /a key is there twice/u],
    ['a tab', 'isbn:\n\tprint: x\n', /indented by a tab/u],
    ['a quotation that is not closed', 'subtitle: "x\n', /nothing closes it/u],
    ['a second document', '---\nsubtitle: x\n', /second document/u],
    ['brackets in brackets', `subtitle: ${'['.repeat(21)}${']'.repeat(21)}\n`, /nested too deep/u],
    ['a list as a key', '? [a]\n: b\n', /cannot be a key/u],
  ])('with %s is refused with its line', (_, lines, message) => {
    const { told, findings, code } = more(lines)
    expect(told).toEqual([expect.stringMatching(/^(?:[4-9]|1[0-4]) metadata-syntax$/u)])
    expect(messages(findings)).toMatch(message)
    expect(code).toBe(2)
  })
  it('with brackets without end is refused twice, and the process lives', () => {
    for (const count of [20_000, 3000])
      expect(settings(`a: ${'['.repeat(count)}`).told).toEqual(['1 metadata-syntax'])
  })
  it.each(['__proto__: { admin: true }', 'constructor: { prototype: { admin: true } }'])(
    'with the key of an object is refused: %s',
    (line) => {
      expect(more(`${line}\n`).told).toEqual(['4 unknown-key'])
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
    },
  )
  it('of more than 64 KiB is refused before it is parsed', () => {
    expect(more(`subtitle: ${'x'.repeat(70_000)}\n`)).toMatchObject({ code: 2 })
    expect(more(`subtitle: ${'x'.repeat(70_000)}\n`).told).toEqual(['1 over-limit'])
  })
})

describe('a value of the wrong kind is refused:', () => {
  it.each([
    ['a language that YAML 1.1 would take for false', 'languages: { Cyrl: no }\n', []],
    ['a number as a language', 'languages: { Cyrl: 5 }\n', ['4 metadata-value']],
    ['a language with markup', 'languages: { Cyrl: "xx-<script>" }\n', ['4 metadata-value']],
    ['an empty language', 'languages: { Cyrl: "" }\n', ['4 metadata-value']],
    ['the name of a language', 'languages: { Cyrl: russian }\n', ['4 metadata-value']],
    ['a number of ISBN', 'isbn: { print: 9780306406157 }\n', ['4 metadata-value']],
    ...['-1', '0', '1.5', '99999999999999999999', '.nan', 'x', '012x', '[1]'].map(
      (first): [string, string, string[]] => [
        `a first note of ${first}`,
        `footnotes: { first: ${first} }\n`,
        ['4 metadata-value'],
      ],
    ),
    ['a title of spaces', 'subtitle: "   "\n', ['4 metadata-value']],
    ['a title of 2,000 characters', `subtitle: ${'x'.repeat(2000)}\n`, ['4 metadata-value']],
    ['a template with a path', 'template: ../../etc\n', ['4 metadata-value']],
    ['a template that is absolute', 'template: /etc\n', ['4 metadata-value']],
    ['a key for the output', 'output: ../../etc/cron.d/x\n', ['4 unknown-key']],
    ['a key for a style sheet', 'css: ../x.css\n', ['4 unknown-key']],
  ])('%s', (_, lines, expected) => {
    expect(more(lines).told).toEqual(expected)
  })
  it('a date that does not exist', () => {
    const yaml = bookYaml(['k.md']).replace('2020-12-15', '2024-02-30')
    expect(settings(yaml).told).toEqual(['3 metadata-value'])
  })
  it.each(['../k.md', '/k.md', '"a\\0b.md"', 'http://127.0.0.1/k.md', '..\\k.md'])(
    'a chapter at %s',
    (name) => {
      const { told, code } = settings(bookYaml([name]))
      expect(told).toEqual([expect.stringMatching(/^5 (?:outside-book|control-character)$/u)])
      expect(code).toBe(2)
    },
  )
  it.each([`${'x'.repeat(300)}.md`, 'CON', 'name.', '[k.md]'])('a chapter named %s', (name) => {
    expect(settings(bookYaml([name])).code).toBe(2)
  })
})

describe('a book.yaml that is no file to read is refused without waiting:', () => {
  const withBook = (make: (path: string) => void) => {
    const folder = writeFiles({ 'k.md': sound })
    make(join(folder, 'book.yaml'))
    return judged(folder)
  }
  it('a gigabyte of nothing', () => {
    const made = withBook((path) => {
      const descriptor = openSync(path, 'w')
      ftruncateSync(descriptor, 1024 ** 3)
      closeSync(descriptor)
    })
    expect(made).toMatchObject({ told: ['- over-limit'], code: 2 })
  })
  it('a pipe', () => {
    expect(withBook((path) => void execFileSync('mkfifo', [path])).told).toEqual(['- missing-file'])
  })
  it('a folder', () => {
    expect(withBook((path) => void mkdirSync(path)).told).toEqual(['- missing-file'])
  })
  it.skipIf(process.getuid?.() === 0)('one that may not be read', () => {
    const folder = writeFiles({ 'k.md': sound, 'book.yaml': bookYaml(['k.md']) })
    chmodSync(join(folder, 'book.yaml'), 0)
    expect(judged(folder).told).toEqual(['- missing-file'])
    rmSync(join(folder, 'book.yaml'), { force: true })
  })
})
