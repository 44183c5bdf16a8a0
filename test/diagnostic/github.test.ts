import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { formatGithub } from '../../src/diagnostic/github.ts'
import { about, finding } from './finding.ts'

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads a workflow command as GitHub's runner does: `::name key=value,key=value::message`. */
function read(line: string): Command | undefined {
  const trimmed = line.trimStart()
  if (!trimmed.startsWith('::')) return undefined
  const end = trimmed.indexOf('::', 2)
  if (end < 0) return undefined
  const info = trimmed.slice(2, end)
  const space = info.indexOf(' ')
  const name = space < 0 ? info : info.slice(0, space)
  const pairs = space < 0 ? [] : info.slice(space + 1).split(',')
  const properties = Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=')
      const value = pair
        .slice(equals + 1)
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
      return [pair.slice(0, equals), unescape(value)]
    }),
  )
  return { name, properties, message: unescape(trimmed.slice(end + 2)) }
}

const unescape = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

const folders = { called: '/books/one', top: '/books' }
const print = (found: readonly Diagnostic[], max = 100): string[] =>
  formatGithub(found, folders, max).split('\n').slice(0, -1)
const [readBack, readAll] = [
  (found: Diagnostic): Command | undefined => read(print([found])[0] ?? ''),
  (found: readonly Diagnostic[]): (Command | undefined)[] => print(found).map(read),
]

const why = 'the call would print as plain brackets, without a number and without a note'

describe('an annotation', () => {
  it('says where, what, why, and what to do', () => {
    expect(readBack(finding({ file: 'k.md', line: 3, help: 'write it' }))).toEqual({
      name: 'error',
      properties: {
        file: 'one/k.md',
        line: '3',
        endLine: '3',
        col: '1',
        endColumn: '5',
        title: 'undefined-footnote',
      },
      message: `note \`[^x]\` is called, but has no text\nnote: ${why}\nhelp: write it`,
    })
  })

  it('has no columns where the place runs over lines', () => {
    const position = {
      start: { line: 3, column: 7, offset: 30 },
      end: { line: 5, column: 2, offset: 60 },
    }
    expect(readBack(finding({ position }))?.properties).toEqual({
      file: 'one/a.md',
      line: '3',
      endLine: '5',
      title: 'undefined-footnote',
    })
  })

  it('has no line where it is about a file, and no file where it is about none', () => {
    expect(readBack(finding({}))?.properties).toEqual({
      file: 'one/a.md',
      title: 'undefined-footnote',
    })
    expect(readBack(about(finding({})))?.properties).toEqual({ title: 'undefined-footnote' })
  })

  it.each(['a, b: c%.md', '100%25,%3A::x.md', '::stop-commands::x.md', 'é 東=1;#].md'])(
    'brings the name `%s` through',
    (file) => {
      expect(readBack(finding({ file, line: 1 }))?.properties['file']).toBe(`one/${file}`)
    },
  )

  it.each(['50% off, %0A and %25: a::b', '::error::x', '##[add-path]x', 'two\nlines'])(
    'brings the message `%s` through in one line',
    (message) => {
      expect(print([finding({ message })])).toHaveLength(1)
      expect(readBack(finding({ message }))?.message).toBe(`${message}\nnote: ${why}`)
    },
  )

  it('shows what would turn the line around', () => {
    expect(readBack(finding({ message: 'a\u202Eb\r' }))?.message).toBe(
      `a<U+202E>b<U+000D>\nnote: ${why}`,
    )
  })

  it('is named from the top of the repository, whatever the user called the file', () => {
    const fileOf = (file: string): unknown => readBack(finding({ file }))?.properties['file']
    expect(fileOf('/books/two/k.md')).toBe('two/k.md')
    expect(fileOf('../two/./k.md')).toBe('two/k.md')
    expect(fileOf('/elsewhere/k.md')).toBe('/elsewhere/k.md')
  })
})

describe('more findings than GitHub shows', () => {
  const many = (count: number, rule: 'undefined-footnote' | 'duplicate-heading' | 'assumed-date') =>
    Array.from({ length: count }, (_, index) => finding({ rule, line: index + 1 }))

  it('are annotations up to ten of a kind, errors first, and then plain lines', () => {
    const found = [...many(12, 'duplicate-heading'), ...many(11, 'undefined-footnote')]
    const names = readAll(found).map((command) => command?.name)
    expect(names.slice(0, 20)).toEqual([
      ...Array<string>(10).fill('error'),
      ...Array<string>(10).fill('warning'),
    ])
    expect(names.slice(20)).toEqual([undefined, undefined, undefined, undefined])
    expect(print(found).slice(20)).toEqual([
      'GitHub shows 10 annotations of a kind; the others: 1 error, 2 warnings',
      expect.stringMatching(/^- a\.md:11:1: error undefined-footnote: note/u),
      expect.stringMatching(/^- a\.md:11:1: warning duplicate-heading: note/u),
      expect.stringMatching(/^- a\.md:12:1: warning/u),
    ])
  })

  it('are counted where even the plain lines are too many', () => {
    expect(print(many(30, 'assumed-date'), 5).slice(-2)).toEqual([
      expect.stringMatching(/^- a\.md:15:1: info/u),
      '… and 15 more: 15 pieces of advice',
    ])
    expect(print(many(30, 'assumed-date'), 0)).toHaveLength(31)
  })

  it('cannot be taken for commands, whatever the manuscript says', () => {
    const message = '\n::add-mask::x ##[add-path]y'
    const found = Array.from({ length: 11 }, (_, index) =>
      finding({ file: '::error::k.md', line: index + 1, message }),
    )
    const last = print(found).at(-1) ?? ''
    expect(read(last)).toBeUndefined()
    expect(last).not.toContain('##[')
  })
})
