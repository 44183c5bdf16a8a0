import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCheck } from '../../src/command/check.ts'
import { runRenumber, type RenumberOptions } from '../../src/command/renumber.ts'
import { outside, recorder } from '../command/terminal.ts'

const topics = join('test', 'rewrite', 'renumber')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A copy of a folder that may be written. */
function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'imprimatur-renumber-'))
  folders.push(copy)
  cpSync(folder, copy, { recursive: true })
  return copy
}

const markdownOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

/** A book where there is a book.yaml, else its one chapter. */
const pathIn = (folder: string): string =>
  existsSync(join(folder, 'book.yaml')) ? folder : join(folder, 'chapter.md')

function renumber(folder: string, more: Partial<RenumberOptions> = {}) {
  const terminal = recorder()
  const options: RenumberOptions = {
    sort: false,
    dryRun: false,
    quiet: false,
    format: 'line',
    ...more,
  }
  const code = runRenumber(pathIn(folder), options, outside, terminal)
  const plain = (text: string): string =>
    text.replaceAll(/(?<=^[-+]{3} [ab]\/).*\//gmu, '').replaceAll(`${folder}/`, '')
  return { code, said: plain(terminal.said()), out: plain(terminal.results()) }
}

function check(folder: string): string {
  const terminal = recorder()
  const options = { strict: false, info: false, quiet: true, format: 'line' } as const
  runCheck([pathIn(folder)], options, outside, terminal)
  return terminal.results().replaceAll(`${folder}/`, '')
}

describe('renumber', () => {
  it.each(readdirSync(topics))('%s', (topic) => {
    const sort = topic.startsWith('sorted')
    const before = copyOf(join(topics, topic, 'input'))
    const folder = copyOf(before)
    const dry = renumber(before, { dryRun: true, sort })
    expect(markdownOf(before)).toEqual(markdownOf(join(topics, topic, 'input')))

    const { code, said, out } = renumber(folder, { sort })
    expect(out).toBe('')
    const golden = join(topics, topic, 'diff.txt')
    const actual = `${dry.out}\n${said}ends with ${code}\n\ncheck:\n${check(folder)}`
    if (process.env['UPDATE'] === '1') {
      writeFileSync(golden, actual)
      cpSync(join(topics, topic, 'input'), join(topics, topic, 'expected'), { recursive: true })
      for (const [name, text] of Object.entries(markdownOf(folder)))
        writeFileSync(join(topics, topic, 'expected', name), text)
    }
    expect(actual).toBe(readFileSync(golden, 'utf8'))
    expect(markdownOf(folder)).toEqual(markdownOf(join(topics, topic, 'expected')))

    const again = renumber(folder, { sort })
    expect(again.said).toContain('nothing to renumber')
    expect(markdownOf(folder)).toEqual(markdownOf(join(topics, topic, 'expected')))
  })
})

describe('renumber touches no other byte', () => {
  const input = [
    '---',
    'title:   Kazakhstan  ',
    'footnotes: 568-569',
    '---',
    '',
    'One.[^569]\tTwo.[^568]  ',
    '',
    '[^568]: Two, see @fn-569.  ',
    '',
    '    On.\t',
    '',
    '[^569]: One.',
    '',
  ]
  const expected = input
    .map((line) => line.replaceAll(/(?<=\^|fn-)56[89]/gu, (n) => (n === '568' ? '569' : '568')))
    .join('\n')

  it.each([
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['CRLF and a byte order mark', '\r\n', '\uFEFF'],
    ['CR', '\r', ''],
    ['LF and a byte order mark', '\n', '\uFEFF'],
  ])('%s', (_, lineEnd, mark) => {
    const folder = copyOf(join(topics, 'swap', 'input'))
    const ends = (text: string): string => mark + text.replaceAll('\n', lineEnd)
    writeFileSync(join(folder, 'chapter.md'), ends(input.join('\n')))
    expect(renumber(folder)).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, 'chapter.md'), 'utf8')).toBe(ends(expected))
    expect(check(folder)).toMatch(
      lineEnd === '\r' ? /^chapter.md:1:4: warning line-separator:.*\n$/u : /^$/u,
    )
  })

  it('moves texts with their own line ends', () => {
    const folder = copyOf(join(topics, 'swap', 'input'))
    const file = join(folder, 'chapter.md')
    writeFileSync(file, '# T\r\n\r\na[^1] b[^2]\r\n\r\n[^2]: b\r\n\r\n    on\r\n\n[^1]: a')
    expect(renumber(folder, { sort: true })).toMatchObject({ code: 0 })
    expect(readFileSync(file, 'utf8')).toBe(
      '# T\r\n\r\na[^1] b[^2]\r\n\r\n[^1]: a\r\n\n[^2]: b\r\n\r\n    on',
    )
  })
})

describe('renumber refuses what would be a guess', () => {
  const refusing = (text: string, more: Partial<RenumberOptions> = {}): string => {
    const folder = copyOf(join(topics, 'swap', 'input'))
    const file = join(folder, 'chapter.md')
    writeFileSync(file, text)
    const { code, said } = renumber(folder, more)
    expect(code).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe(text)
    return said
  }
  const texts = (...labels: (string | number)[]): string =>
    labels.map((label) => `\n[^${label}]: Text of ${label}.\n`).join('')

  it.each([
    ['a call without a text', `# T\n\na[^2] b[^1] c[^9]\n${texts(1, 2)}`, 'undefined-footnote'],
    ['a text without a call', `# T\n\na[^2] b[^1]\n${texts(1, 2, 3)}`, 'unused-footnote'],
    ['a note called twice', `# T\n\na[^2] b[^1] c[^2]\n${texts(1, 2)}`, 'footnote-called-twice'],
    ['two texts of one label', `# T\n\na[^2] b[^1]\n${texts(1, 2, 2)}`, 'duplicate-footnote'],
    ['damage in typing', `# T\n\na[^2] b[^1 c\n${texts(1, 2)}`, 'unclosed-footnote'],
    [
      'a label typed twice by mistake',
      `# T\n\na[^1] b[^2] c[^2] d[^3]\n${texts(1, 2, 2, 3)}`,
      'duplicate-footnote',
    ],
    [
      'a name in both of two chapters put together',
      `# T\n\na[^x]\n${texts('x')}\nb[^x]\n${texts('x')}`,
      'duplicate-footnote',
    ],
    [
      'a chapter that may start with either of two numbers',
      `# T\n\na[^900] b[^568] c[^569]\n${texts(568, 569, 900)}`,
      'renumber-refused',
    ],
    [
      'a reference to a number that two notes bear',
      `# T\n\na[^1], see @fn-1\n${texts(1)}\nb[^1]\n${texts(1)}`,
      'renumber-refused',
    ],
    [
      'a reference to the number of a note that stands in its place',
      `# T\n\na[^5] b^[Here.] c[^1], see @fn-4\n${texts(1, 5)}`,
      'renumber-refused',
    ],
  ])('%s', (_, text, rule) => {
    const said = refusing(text)
    expect(said).toMatch(new RegExp(`error ${rule}: `, 'u'))
    expect(said).toMatch(/nothing was renumbered/u)
  })

  it('starts where it is told instead', () => {
    const folder = copyOf(join(topics, 'swap', 'input'))
    const file = join(folder, 'chapter.md')
    writeFileSync(file, `# T\n\na[^900] b[^568] c[^569]\n${texts(568, 569, 900)}`)
    expect(renumber(folder, { first: 568 })).toMatchObject({ code: 0 })
    expect(readFileSync(file, 'utf8')).toContain('a[^568] b[^569] c[^570]')
    expect(check(folder)).toBe('')
  })
})

describe('renumber of one chapter of a book', () => {
  it('counts as the book does, and lets the other chapters follow', () => {
    const folder = copyOf(join(topics, 'chapters', 'input'))
    const terminal = recorder()
    const options = { sort: false, dryRun: false, quiet: true, format: 'line' } as const
    expect(runRenumber(join(folder, 'kazakhstan.md'), options, outside, terminal)).toBe(1)
    const texts = markdownOf(folder)
    expect(texts['kazakhstan.md']).toContain('Two.[^570] See @latvia/fn-570')
    expect(texts['latvia.md']).toContain('footnotes: 570-571')
    expect(texts['latvia.md']).toContain('See @kazakhstan/fn-570')
    expect(terminal.said()).toMatch(/latvia\.md:\d+:\d+: error footnote-continuity/u)
  })
  it('has no first number of its own', () => {
    const folder = copyOf(join(topics, 'chapters', 'input'))
    expect(renumber(folder, { first: 3 })).toMatchObject({ code: 2 })
  })
})
