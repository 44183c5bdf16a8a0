import { describe, expect, test } from 'vitest'
import { scanText } from '../../../src/source/scan.ts'

/** Regions as `kind: text`, an open one with a `!`. */
const regions = (text: string): string[] =>
  scanText(text).regions.map(
    ({ kind, start, end, closed }) => `${kind}${closed ? '' : '!'}: ${text.slice(start, end)}`,
  )

/** Spellings as `kind label surroundings`. */
const notes = (text: string): string[] =>
  scanText(text).footnotes.map(
    ({ kind, label, surroundings, escaped }) =>
      `${kind} ${label} ${surroundings}${escaped ? ' escaped' : ''}`,
  )

describe('regions', () => {
  test('a metadata block stands at the head, and is open without a close', () => {
    expect(regions('---\ntitle: x\n---\ntext\n\n---\n')).toEqual(['metadata: ---\ntitle: x\n---'])
    expect(regions('---\ntitle: x\n\ntext')).toEqual(['metadata!: ---\ntitle: x\n\ntext'])
  })

  test('fences of backticks and tildes close with their own mark (CommonMark 4.5)', () => {
    expect(regions('```js\na\n~~~\n```\nb\n')).toEqual(['fence: ```js\na\n~~~\n```'])
    expect(regions('~~~~\n~~~\n~~~~~\n')).toEqual(['fence: ~~~~\n~~~\n~~~~~'])
    expect(regions('``` a`b\n')).toEqual([])
    expect(regions('```\na')).toEqual(['fence!: ```\na'])
  })

  test('a fence ends with the list or quotation in which it stands', () => {
    expect(regions('- ```\n  a\n\nb\n')).toEqual(['fence!: ```\n  a\n'])
    expect(regions('> ```\n> a\nb\n')).toEqual(['fence!: ```\n> a'])
    expect(regions('- x\n\n  ```\n  a\n  ```\n- y\n')).toEqual(['fence: ```\n  a\n  ```'])
  })

  test('indented code is none inside a paragraph, a list item or a note', () => {
    expect(regions('a\n\n    b\n\n    c\n\nd')).toEqual(['code: b\n\n    c'])
    expect(regions('a\n    b')).toEqual([])
    expect(regions('- a\n\n    b')).toEqual([])
    expect(regions('[^1]: a\n\n    b\n\n        c')).toEqual(['code: c'])
    expect(regions('\ta')).toEqual(['code: a'])
  })

  test('a code span closes with a run of the same length, in its paragraph (6.1)', () => {
    expect(regions('a `b` ``c ` d`` `e')).toEqual(['code: `b`', 'code: ``c ` d``'])
    expect(regions('a `b\n\nc` d')).toEqual([])
    expect(regions('> a `b\n> c` d')).toEqual(['code: `b\n> c`'])
    expect(regions('\\`a` b`')).toEqual(['code: ` b`'])
  })

  test('cells of a table are read apart', () => {
    expect(regions('| a | b |\n|---|---|\n| `a | b` |\n')).toEqual([])
    expect(regions('| a | b |\n|---|---|\n| `a` | b |\n')).toEqual(['code: `a`'])
  })

  test('comments and HTML, in a line and as blocks (4.6, 6.6)', () => {
    expect(regions('a <!-- b --> c')).toEqual(['comment: <!-- b -->'])
    expect(regions('<!-- a\n\nb -->\n\nc')).toEqual(['comment: <!-- a\n\nb -->'])
    expect(regions('<!-- a\n\nb')).toEqual(['comment!: <!-- a\n\nb'])
    expect(regions('a <!-- b\n\nc')).toEqual([])
    expect(regions('a <b x="y">c</b>')).toEqual(['html: <b x="y">', 'html: </b>'])
    expect(regions('<div>\na\n\nb')).toEqual(['html: <div>\na'])
  })

  test('addresses: autolinks, destinations, bare ones', () => {
    expect(regions('<https://a.b/c> [d](<e f> "g") [h](i)')).toEqual([
      'url: <https://a.b/c>',
      'url: <e f>',
      'url: i',
    ])
    expect(regions('see https://a.b/c_(d). And www.e.f, x')).toEqual([
      'url: https://a.b/c_(d)',
      'url: www.e.f',
    ])
    expect(regions('[a]: https://b.c "d"\n')).toEqual(['url: https://b.c'])
  })
})

describe('spellings of notes', () => {
  test('calls and definitions, wherever they stand', () => {
    expect(notes('a[^1]\n\n[^1]: x\n> [^2]: y\n- [^3]: z')).toEqual([
      'call 1 text',
      'definition 1 text',
      'definition 2 text',
      'definition 3 text',
    ])
    expect(notes('`[^1]` <!-- [^2] -->\n\n```\n[^3]: x\n```\n\n    [^4]: y\n')).toEqual([
      'call 1 code',
      'call 2 comment',
      'definition 3 fence',
      'definition 4 code',
    ])
  })

  test('a definition interrupts a paragraph, and stands at the head of a line', () => {
    expect(notes('a\n[^1]: x')).toEqual(['definition 1 text'])
    expect(notes('a [^1]: x')).toEqual(['call 1 text'])
    expect(notes('[^1] : x')).toEqual(['call 1 text'])
  })

  test('escapes, by the parity of backslashes', () => {
    expect(notes('\\[^1] [\\^2] \\\\[^3] \\[^4\\]')).toEqual([
      'call 1 text escaped',
      'call 2 text escaped',
      'call 3 text',
      'call 4 text escaped',
    ])
  })

  test('a label holds no white space and no bracket, and is not empty', () => {
    expect(notes('[^] [^ 1] [^1 2] [^1[2] [^a\n]')).toEqual([])
    expect(notes('[^__proto__] [^закон] [^a:b]')).toEqual([
      'call __proto__ text',
      'call закон text',
      'call a:b text',
    ])
  })

  test('a call glued to a bare address is part of it', () => {
    expect(notes('see https://a.b/c[^1]')).toEqual(['call 1 url'])
    expect(notes('see <https://a.b/c>[^1]')).toEqual(['call 1 text'])
  })
})

test('a note that begins directly in another one goes on with the indentation of the outer one', () => {
  expect(regions('[^1]: [^2]: ```\n        a\n\n    [^3]: b\n')).toEqual([
    'fence!: ```\n        a\n\n    [^3]: b\n',
  ])
  expect(regions('[^1]: > ```\n    > a\n\n    [^3]: b\n')).toEqual(['fence!: ```\n    > a'])
})

test('positions count lines and columns from 1', () => {
  expect(scanText('a\nbc[^1]').footnotes[0]?.position).toEqual({
    start: { line: 2, column: 3, offset: 4 },
    end: { line: 2, column: 7, offset: 8 },
  })
})

test.each(['[^', '`', '<!--', '<a ', '[](', 'http://', '> ', '- ', '[^1]: ', '\\[^1]', '|-'])(
  'reads a flood of `%s` in linear time',
  (piece) => {
    const text = piece.repeat(100_000 / piece.length)
    const start = performance.now()
    scanText(text)
    expect(performance.now() - start).toBeLessThan(3000)
  },
)

test('a note stands in a list that a table lets begin with any number', () => {
  expect(notes('| a |\n| - |\n| b |\n[^1]: 568. [^2]: c\n')).toEqual([
    'definition 1 text',
    'definition 2 text',
  ])
  // Under a paragraph only 1 begins one (CommonMark 5.2), so that no note can stand in it.
  expect(notes('a\n568. [^2]: c\n')).toEqual(['call 2 text'])
})

test('a label that no note can have is that of an address, caret or not (4.7)', () => {
  expect(regions('[^]: ``a\n[b] ``\n')).toEqual(['url: ``a'])
  expect(regions('[^a b]: /u\n')).toEqual(['url: /u'])
  expect(regions('[^a]: /u\n')).toEqual([])
})

test('what holds a link is none, so that the brackets behind it hold text (CommonMark 6.3)', () => {
  expect(notes('[a [b](c) d](e[^1])\n\n[^1]: x\n')).toContain('call 1 text')
  expect(notes('[a ![b](c) d](e[^1])\n\n[^1]: x\n')).toContain('call 1 url')
  expect(notes('![a [b](c) d](e[^1])\n\n[^1]: x\n')).toContain('call 1 url')
})
