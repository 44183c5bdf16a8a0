import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { frame } from '../../src/diagnostic/frame.ts'
import { formatLine } from '../../src/diagnostic/line.ts'
import { coloured } from '../../src/diagnostic/paint.ts'

const at = (column: number, length: number): Pick<Diagnostic, 'position'> => ({
  position: {
    start: { line: 1, column, offset: column - 1 },
    end: { line: 1, column: column + length, offset: column - 1 + length },
  },
})

const finding: Diagnostic = {
  rule: 'undefined-footnote',
  severity: 'error',
  file: 'a.md',
  message: 'note `[^ahab]` is called, but has no text',
  help: 'write it',
  ...at(4, 7),
}

test('the frame puts a caret under the place', () => {
  expect(frame(finding, 'he\t[^ahab] stood\n')).toBe(
    [
      'a.md:1:4  error  undefined-footnote',
      '',
      '  note `[^ahab]` is called, but has no text',
      '',
      '  1 | he\t[^ahab] stood',
      '    |   \t^^^^^^^',
      '',
      '  help: write it',
      '',
    ].join('\n'),
  )
})

test('a long line is cut around the place', () => {
  const text = `${'a'.repeat(300)}[^ahab]${'b'.repeat(300)}`
  const lines = frame({ ...finding, ...at(301, 7) }, text).split('\n')
  expect(lines[4]).toMatch(/^ {2}1 \| …a+\[\^ahab\]b+…$/)
  expect(lines[4]?.indexOf('[')).toBe(lines[5]?.indexOf('^'))
  expect(lines[4]?.length).toBeLessThan(112)
})

/** The two lines of a frame for the place of `part` in a line. */
function framed(text: string, part: string): string[] {
  const found = frame({ ...finding, ...at(text.indexOf(part) + 1, part.length) }, text)
  return found.split('\n').slice(4, 6)
}

test.each([
  ['東京の[^ahab]は', '      ', 7],
  ['カ[^ahab]', '  ', 7],
  ['ｶ[^ahab]', ' ', 7],
  ['한국[^ahab]', '    ', 7],
  ['cafe\u0301[^ahab]', '    ', 7],
  ['עִבְרִית[^ahab]', '     ', 7],
  ['हिन्दी[^ahab]', '     ', 7],
  ['🏳🎉[^ahab]', '   ', 7],
  ['\u{20000}\t[^ahab]', '  \t', 7],
])('the caret stands under its place behind `%s`', (text, lead, width) => {
  expect(framed(text, '[^ahab]')).toEqual([`  1 | ${text}`, `    | ${lead}${'^'.repeat(width)}`])
})

test('the caret is as wide as what it shows', () => {
  expect(framed('ab［^東］', '［^東］')[1]).toBe('    |   ^^^^^^^')
})

test('what a terminal would obey is shown by its code point, and the caret keeps its place', () => {
  const text = 'a\u202Eb\u2066c\u001B[31m\u0085\u2028[^ahab]'
  expect(framed(text, '[^ahab]')).toEqual([
    '  1 | a<U+202E>b<U+2066>c<U+001B>[31m<U+0085><U+2028>[^ahab]',
    `    | ${' '.repeat(3 + 4 + 5 * 8)}^^^^^^^`,
  ])
})

test('a name of a file or a message cannot move the cursor or forge a line', () => {
  const hostile = { ...finding, file: 'a\u001B[2J\nb.md', message: 'x\u202E\ny' }
  expect(formatLine(hostile)).toBe(
    'a<U+001B>[2J<U+000A>b.md:1:4: error undefined-footnote: x<U+202E><U+000A>y',
  )
  expect(frame(hostile, undefined)).toMatch(
    /^a<U\+001B>\[2J<U\+000A>b\.md:1:4 {2}error[^\n]+\n\n {2}x<U\+202E>\n {2}y\n/u,
  )
})

test('a long line of wide characters is cut by columns, between characters', () => {
  const text = `${'東\u{20000}'.repeat(300)}[^ahab]${'e\u0301'.repeat(300)}`
  const [line = '', caret = ''] = framed(text, '[^ahab]')
  expect(line).toMatch(/^ {2}1 \| …(?:東|\u{20000}){20}\[\^ahab\](?:e\u0301)+…$/u)
  expect(caret).toBe(`    | ${' '.repeat(41)}^^^^^^^`)
})

test('a very long line costs no more than a short one', () => {
  const text = `${'a'.repeat(5_000_000)}[^ahab]`
  expect(framed(text, '[^ahab]')[0]?.length).toBeLessThan(120)
})

test('under its colours the text is the same', () => {
  const text = 'he\t[^ahab] stood\n'
  const shown = frame(finding, text, { paint: coloured })
  expect(shown).not.toBe(frame(finding, text))
  expect(stripVTControlCharacters(shown)).toBe(frame(finding, text))
  expect(shown).toContain('\u001B[1m\u001B[31m^^^^^^^')
  expect(stripVTControlCharacters(formatLine(finding, coloured))).toBe(formatLine(finding))
})

test('a finding without a place or a text has no frame', () => {
  const { rule, severity, message, help = '' } = finding
  const bare: Diagnostic = { rule, severity, message, help }
  expect(frame(bare, undefined)).toBe(
    'error  undefined-footnote\n\n  note `[^ahab]` is called, but has no text\n\n  help: write it\n',
  )
})

test('one line for editors', () => {
  expect(formatLine(finding)).toBe(
    'a.md:1:4: error undefined-footnote: note `[^ahab]` is called, but has no text',
  )
})
