import { describe, expect, it } from 'vitest'
import { locate } from '../../src/proof/locate.ts'
import { toStream } from '../../src/proof/normalise.ts'
import { CALL, LINE_END } from '../../src/proof/passage.ts'

const textOf = (...parts: readonly string[]): string =>
  toStream(parts.map((text) => ({ text }))).text

describe('the one normalisation', () => {
  it('makes every white space one space, over passages too', () => {
    expect(textOf('\n a\u00A0', '\u2009b\n\n', 'c ')).toBe('a b c')
  })

  it('composes letters, and drops what only says how a word may break', () => {
    expect(textOf('cafe\u0301 co\u00ADoper\u200Bation\u2060')).toBe('caf\u00E9 cooperation')
  })

  it('keeps every letter, digit and sign as it is', () => {
    const text = 'ﬁ “x” ‘y’ – — … № 2,70 ½ ² А A'
    expect(textOf(text)).toBe(text)
  })

  it('lets a line end take the place of a space', () => {
    expect(textOf('a ', LINE_END, LINE_END, ' b', LINE_END)).toBe(`a${LINE_END}b`)
  })

  it('takes calls out and remembers where they stood', () => {
    const stream = toStream([{ text: `one.${CALL} two` }])
    expect(stream.text).toBe('one. two')
    expect(stream.calls).toEqual([4])
  })
})

describe('the place of a word in the Markdown', () => {
  it('is found behind backslashes, marks and line ends', () => {
    const source = 'A \\$23 million\n    program, *not* all.'
    const node = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 2, column: 23, offset: source.length },
    }
    const text = 'A $23 million program, '
    const place = locate(source, node, text, text.indexOf('program'), 7)
    expect([place.start.line, place.start.column, place.end.column]).toEqual([2, 5, 12])
  })

  it('is the whole node where the word is not found', () => {
    const node = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 6, offset: 5 },
    }
    expect(locate('&amp;', node, '&&&', 2, 1)).toEqual(node)
  })
})
