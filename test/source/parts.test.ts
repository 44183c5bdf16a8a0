import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../src/source/parse.ts'
import { scanText } from '../../src/source/scan.ts'

describe('a text that is read in parts is the text that is read whole', () => {
  test('where an item that is empty stands before a blank line and the list goes on', () =>
    expectSame('Text.\n\n-\n\n- More.\n\nText.\n'))

  test('where a list follows the rows of a table', () =>
    expectSame('| a |\n| - |\n| b |\n  2. Item.\n\n3. Item.\n\nText.\n'))

  test('where a list goes on after its item of several paragraphs', () =>
    expectSame('1. One.\n\n   More.\n\n2. Two.\n\nText.\n\n- Another.\n'))

  test('where a note stands in another part than its call', () =>
    expectSame('Text.[^1]\n\nMore.\n\n[^1]: Note.\n\nEnd.\n'))
})

/** `1` ends a part at every place where one may end. */
function expectSame(text: string): void {
  const scan = scanText(text)
  expect(scan.cuts.length).toBeGreaterThan(0)
  expect(parseMarkdown(text, scan, 1)).toEqual(parseMarkdown(text, scan, Infinity))
}
