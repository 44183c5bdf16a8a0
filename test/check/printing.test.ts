import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { frame } from '../../src/diagnostic/frame.ts'
import { toJson } from '../../src/diagnostic/json.ts'
import { formatLine } from '../../src/diagnostic/line.ts'

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

test('JSON has every key, `null` for what is lacking', () => {
  expect(toJson(finding)).toEqual({
    file: 'a.md',
    rule: 'undefined-footnote',
    severity: 'error',
    line: 1,
    column: 4,
    endLine: 1,
    endColumn: 11,
    message: 'note `[^ahab]` is called, but has no text',
    note: null,
    help: 'write it',
  })
})
