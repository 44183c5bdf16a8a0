import { expect, test } from 'vitest'
import { toJson } from '../../src/diagnostic/json.ts'
import { positionAt } from '../../src/diagnostic/place.ts'
import { finding } from './finding.ts'

const text = 'one\ntwo [^a\n'
const mended = finding({
  position: positionAt(text, 8, 11),
  help: 'close it',
  related: [{ file: 'b.md', position: positionAt(text, 4, 7), message: 'its text' }],
  fix: [{ start: 11, end: 11, text: ']' }],
})

test('JSON has every key', () => {
  expect(toJson([mended], () => text)).toEqual([
    {
      file: 'a.md',
      rule: 'undefined-footnote',
      severity: 'error',
      line: 2,
      column: 5,
      endLine: 2,
      endColumn: 8,
      message: 'note `[^x]` is called, but has no text',
      note: 'the call would print as plain brackets, without a number and without a note',
      help: 'close it',
      related: [
        { file: 'b.md', line: 2, column: 1, endLine: 2, endColumn: 4, message: 'its text' },
      ],
      fix: [{ line: 2, column: 8, endLine: 2, endColumn: 8, start: 11, end: 11, text: ']' }],
    },
  ])
})

test('what a finding lacks is `null` or empty', () => {
  const { rule, severity, message } = mended
  expect(toJson([{ rule, severity, message }], () => undefined)).toEqual([
    {
      file: null,
      rule: 'undefined-footnote',
      severity: 'error',
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      message: 'note `[^x]` is called, but has no text',
      note: null,
      help: null,
      related: [],
      fix: null,
    },
  ])
})

test('a fix keeps its offsets where the file cannot be read again', () => {
  expect(toJson([mended], () => undefined)[0]?.fix).toEqual([
    { line: null, column: null, endLine: null, endColumn: null, start: 11, end: 11, text: ']' },
  ])
})
