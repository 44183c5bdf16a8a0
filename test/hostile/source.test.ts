import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatFindings, printingTo } from '../../src/command/report.ts'
import { recorder } from '../command/terminal.ts'
import { loneBook, bookYaml, writeFiles } from '../write-book.ts'
import { chapter, found, judged, messages } from './books.ts'

const requests: string[] = []
const server = createServer((request, response) => {
  requests.push(request.url ?? '')
  response.end()
})
let address = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

describe('an image that is not in the folder of the book', () => {
  it.each([
    ['an absolute path', '/etc/passwd'],
    ['a path upwards', '../../../../etc/hostname'],
    ['a path upwards in percent encoding', 'a%2e%2e/%2e%2e/%2e%2e/secret.png'],
    ['a network path', '//host/a.png'],
    ['a share', '<\\\\\\\\host\\\\a>'],
    ['a file address', 'file:///etc/passwd'],
    ['a data address', 'data:image/png;base64,iVBORw0KGgo='],
    ['a device', '/dev/zero'],
    ['the environment of the process', '/proc/self/environ'],
  ])('is refused: %s', (_, url) => {
    const { told, code } = found(chapter(`![x](${url}){#fig-x alt="x"}`))
    expect(told).toEqual(['3 outside-book'])
    expect(code).toBe(2)
  })
  it('is refused without a request where it is an address', async () => {
    for (const url of [`http://${address}/a.png`, `//${address}/a.png`])
      expect(found(chapter(`![x](${url}){#fig-x alt="x"}`)).told).toEqual(['3 outside-book'])
    // Whatever had been sent would have come in by now.
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(requests).toEqual([])
  })
  it.each([
    ['a link out of it', (folder: string) => symlinkSync('/etc/passwd', join(folder, 'p.png'))],
    [
      'a file behind a link out of it',
      (folder: string) => symlinkSync('/etc', join(folder, 'sub')),
      'sub/passwd',
    ],
  ])('is refused: %s', (_, prepare, url = 'p.png') => {
    const folder = writeFiles({ 'book.yaml': bookYaml(['k.md']), 'k.md': chapter(`![x](${url})`) })
    prepare(folder)
    expect(judged(folder).told).toEqual(['3 outside-book'])
  })
  it.each([
    ['a pipe', (path: string) => void execFileSync('mkfifo', [path])],
    ['a folder', (path: string) => void mkdirSync(path)],
  ])('and one that is no file is refused without waiting: %s', (_, make) => {
    const folder = writeFiles({ 'book.yaml': bookYaml(['k.md']), 'k.md': chapter('![x](p.png)') })
    make(join(folder, 'p.png'))
    expect(judged(folder)).toMatchObject({ told: ['3 missing-file'], code: 2 })
  })
})

describe('characters that no edition can print', () => {
  const controls = [...Array(0x20).keys(), 0x7f].filter((code) => ![9, 10, 13].includes(code))
  it.each([...controls, 0xfffe, 0xffff, 0x1fffe])('are refused with their place: U+%i', (code) => {
    const { told, findings, code: exit } = found(chapter(`a${String.fromCodePoint(code)}b`))
    expect(told).toEqual(['3 control-character'])
    expect(messages(findings)).toContain(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
    expect(exit).toBe(2)
  })
  it.each<[string, number[], string]>([
    ['a surrogate', [0xed, 0xa0, 0x80], 'line 3 holds the byte ed (offset 5)'],
    ['an overlong sequence', [0xc0, 0xaf], 'line 3 holds the byte c0 (offset 5)'],
    ['Latin-1', [0xe9, 0x0a], 'line 3 holds the byte e9 (offset 5)'],
    ['a sequence cut short', [0xe2, 0x82], 'line 3 holds the byte e2 (offset 5)'],
  ])('are refused by their byte: %s', (_, bytes, message) => {
    const { told, findings } = found(new Uint8Array([...Buffer.from('# K\n\n'), ...bytes]))
    expect(told).toEqual(['3 text-encoding'])
    expect(messages(findings)).toContain(message)
  })
  it.each([
    ['little', 'utf16le', [0xff, 0xfe]],
    ['big', 'utf16le', [0xfe, 0xff]],
  ] as const)(
    'are refused by the encoding where it can be told: UTF-16, %s-endian',
    (order, _, mark) => {
      const { findings } = found(new Uint8Array([...mark, ...Buffer.from('# K', 'utf16le')]))
      expect(messages(findings)).toBe(
        `the file is not UTF-8: it looks like UTF-16, ${order}-endian`,
      )
    },
  )
  it('are none: a byte order mark and line ends of Windows are as good as none', () => {
    expect(found('\uFEFF# K\r\n\r\nText.[^1]\r\n\r\n[^1]: Note.\r\n').told).toEqual([])
  })
})

describe('what is too much is refused before it is parsed', () => {
  const times = (count: number, each: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => each(index)).join('')
  it.each<[string, string]>([
    ['a word of a million letters', 'a'.repeat(1_000_000)],
    ['a paragraph over 64 KiB', 'word '.repeat(20_000)],
    ['a row of a megabyte', `| a |\n| - |\n| ${'b'.repeat(1_000_000)} |`],
    ['a table of 2,000 columns', `${'| a '.repeat(2000)}|\n${'| - '.repeat(2000)}|`],
    ['a thousand nested lists', times(1000, (n) => `${'  '.repeat(n)}- a\n`)],
    ['a thousand nested lists in a line', `${'- '.repeat(1000)}a`],
    ['5,000 nested quotations', `${'>'.repeat(5000)} a`],
    ['10,000 asterisks', 'a* '.repeat(10_000)],
    ['100,000 brackets', '['.repeat(100_000)],
    ['a ladder of backticks', times(400, (n) => `${'`'.repeat(n)} `)],
    ['5,001 notes', times(5001, (n) => `a[^${n}]\n\n[^${n}]: b\n\n`)],
    ['20,001 calls', 'a[^1]\n\n'.repeat(20_001)],
    ['a list of 10,000 items in quotations', '- > a\n\n'.repeat(10_000)],
    ['a label of 10,000 characters', `a[^${'x'.repeat(10_000)}]`],
    ['a chapter of 3 MiB', 'Words.\n\n'.repeat(400_000)],
  ])('%s', (_, markdown) => {
    const { told, code } = found(chapter(markdown))
    expect(told[0]).toMatch(/over-limit$/u)
    expect(new Set(told.map((each) => each.split(' ')[1]))).toEqual(new Set(['over-limit']))
    expect(code).toBe(2)
  })
  it.each([
    ['4,000 asterisks in one run', '*'.repeat(4000)],
    [
      '300 notes called in one line',
      `${times(300, (n) => `a[^${n + 1}] `)}\n\n${times(300, (n) => `[^${n + 1}]: b\n\n`)}`,
    ],
    ['32 nested quotations', `${'>'.repeat(32)} a`],
    ['a code listing of asterisks', `\`\`\`\n${'a * b\n'.repeat(5000)}\`\`\``],
  ])('but not %s', (_, markdown) => {
    expect(found(chapter(markdown)).code).not.toBe(2)
  })
})

describe('notes', () => {
  it('called 20,000 times are told of once, with the number of the places', () => {
    const { findings, code } = found(chapter(`${'a[^1]\n\n'.repeat(20_000)}[^1]: b`))
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['footnote-called-twice']))
    expect(code).toBe(1)
    const said = formatFindings(
      findings,
      'pretty',
      new Map(),
      printingTo(recorder(), 'out', { info: true }),
    )
    expect(said.match(/^\S+ {2}error {2}/gmu)).toHaveLength(1)
    expect(said).toContain('19998 more places')
  })
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'and anchors named `%s` work like any other',
    (name) => {
      const figure = `![A](x.svg){#fig-${name} alt="b"}`
      const markdown = chapter(
        `See @fig-${name}, @fn-${name}, [it](#fig-${name}).[^${name}]\n\n${figure}\n\n[^${name}]: Note.`,
      )
      const files = { 'x.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' }
      expect(found(markdown, files).told).toEqual([])
      const note = { number: '1', label: name }
      expect(loneBook(chapter(`a[^${name}]\n\n[^${name}]: b`)).parts[0]).toMatchObject({
        notes: [note],
      })
    },
  )
  it.each(['../../x', '"><script>', 'a/b', 'x'.repeat(300)])(
    'with the label `%s` are refused for it',
    (label) => {
      const { told, code } = found(chapter(`Text.[^${label}]\n\n[^${label}]: Note.`))
      expect(told).toContain('3 footnote-label')
      expect(code).toBe(1)
    },
  )
  it('and anchors that differ in their normal form only are one', () => {
    const { told } = found(chapter('## A {#sec-caf\u00e9}\n\n## B {#sec-cafe\u0301}'))
    expect(told).toEqual(['5 duplicate-identifier'])
  })
})

it.each([
  ['nothing', ''],
  ['a byte order mark', '\uFEFF'],
  ['metadata', '---\ntitle: K\n---\n'],
  ['notes', '[^1]: a\n'],
  ['comments', '<!-- a -->\n'],
])('a chapter of nothing but %s is refused', (_, text) => {
  expect(found(text)).toMatchObject({ told: ['1 empty-chapter'], code: 2 })
})

describe('markup of other languages is an error of the author, or plain text', () => {
  it.each([
    '<script>alert(1)</script>',
    'a <iframe src="file:///etc/passwd"></iframe> b',
    '<img src="x" onerror="alert(1)">',
    '<svg onload="alert(1)"></svg>',
    'a <a href="javascript:alert(1)">b</a>',
  ])('%s', (html) => {
    const { told, code } = found(chapter(html))
    expect([...new Set(told)]).toEqual(['3 raw-html'])
    expect(code).toBe(1)
  })
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    'vbscript:x',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'smb://host/share',
    '<\\\\\\\\host\\\\share>',
    'ms-word:ofe|u|https://example.org/',
    'https://user:pw@example.org/',
    '//host/share',
  ])('a link to %s is refused', (url) => {
    expect(found(chapter(`A [link](${url}).`))).toMatchObject({ told: ['3 unsafe-url'], code: 1 })
  })
  it.each([
    '```{=html}\n<script>alert(1)</script>\n```',
    '```{=latex}\n\\input{/etc/passwd}\n```',
    '`<w:instrText>`{=openxml}',
    '\\input{/etc/passwd} and $\\href{x}{y}$',
    "{{constructor.constructor('return process')()}} ${7*7} <%= 7*7 %> #{7*7}",
    '{ INCLUDETEXT "c:\\\\secret" } { DDEAUTO c:\\\\x } { HYPERLINK "x" }',
  ])('and nothing to say of %s', (markdown) => {
    const { told } = found(chapter(markdown))
    expect(told.filter((each) => !each.endsWith('raw-html'))).toEqual([])
  })
})
