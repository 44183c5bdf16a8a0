import { describe, expect, it } from 'vitest'
import { chaptersOf, notesOf } from '../../src/model/book.ts'
import { bookOf, bookYaml, loneBook } from '../write-book.ts'

const called = (...labels: string[]): string =>
  `# T\n\n${labels.map((label) => `a[^${label}]`).join(' ')}\n\n${labels
    .map((label) => `[^${label}]: note ${label}`)
    .join('\n\n')}\n`
const numbers = (markdown: string): string[] =>
  notesOf(loneBook(markdown)).map(({ number }) => number)

describe('a lone chapter', () => {
  it('starts at 1', () => {
    expect(numbers(called('a', 'b'))).toEqual(['1', '2'])
  })
  it('starts at its contract', () => {
    expect(numbers(`---\ntitle: T\nfootnotes: 568-569\n---\n${called('a', 'b').slice(5)}`)).toEqual(
      ['568', '569'],
    )
  })
  it('starts so that the first label that is a number is right', () => {
    expect(numbers(called('a', '568', '569'))).toEqual(['567', '568', '569'])
  })
  it('numbers notes in order of their calls, not of their texts', () => {
    const book = loneBook('# T\n\nx[^b] y[^a]\n\n[^a]: A\n\n[^b]: B\n')
    expect(notesOf(book).map(({ label, number }) => [label, number])).toEqual([
      ['b', '1'],
      ['a', '2'],
    ])
  })
  it('counts inline notes, notes in tables, captions, lists and quotations in reading order', () => {
    const book = loneBook(
      '# T\n\n- a[^a]\n\n> b^[B]\n\n| c[^c] |\n| - |\n| d[^d] |\n\n: cap[^e]\n\n' +
        'acde'.replace(/./gu, (label) => `[^${label}]: ${label}\n\n`),
    )
    expect(notesOf(book).map(({ label, number }) => `${number} ${label}`)).toEqual([
      '1 a',
      '2 2',
      '3 e',
      '4 c',
      '5 d',
    ])
  })
  it('gives a number to a note that is called twice once', () => {
    expect(numbers('# T\n\na[^x] b[^y] c[^x]\n\n[^x]: X\n\n[^y]: Y\n')).toEqual(['1', '2'])
  })
  it('does not number calls inside notes, nor texts that are not called', () => {
    expect(numbers('# T\n\na[^x]\n\n[^x]: X[^y]\n\n[^y]: Y\n\n[^z]: Z\n')).toEqual(['1'])
  })
  it('puts a note such as 581a in behind 581, and leaves 582 its number', () => {
    expect(numbers(called('581', '581a', '581b', '582', 'x', 'x1'))).toEqual([
      '581',
      '581a',
      '581b',
      '582',
      '583',
      '584',
    ])
    expect(numbers(called('581', '583a', '582'))).toEqual(['581', '582', '583'])
  })
})

describe('a book', () => {
  const files = {
    'book.yaml': bookYaml(['{ elsewhere: A to J, footnotes: 1-567 }', 'k.md', 'l.md']),
    'k.md': called('a', 'b'),
    'l.md': called('a', 'c'),
  }
  it('counts on what is elsewhere, and on through its chapters', () => {
    expect(notesOf(bookOf(files)).map(({ number }) => number)).toEqual(['568', '569', '570', '571'])
  })
  it('gives one label in two chapters two anchors', () => {
    expect(notesOf(bookOf(files)).map(({ anchor }) => anchor)).toEqual([
      'fn-a',
      'fn-b',
      'l.fn-a',
      'fn-c',
    ])
  })
  it('starts each chapter anew where the book asks for it', () => {
    const book = bookOf({
      ...files,
      'book.yaml': bookYaml(['k.md', 'l.md'], 'footnotes: { numbering: per-chapter, first: 5 }\n'),
    })
    expect(chaptersOf(book).map(({ notes }) => notes.map(({ number }) => number))).toEqual([
      ['5', '6'],
      ['5', '6'],
    ])
  })
  it('gives every note an anchor by its number beside the one by its label', () => {
    expect(notesOf(bookOf(files)).map(({ numberAnchor }) => numberAnchor)).toEqual([
      'fn-568',
      'fn-569',
      'fn-570',
      'fn-571',
    ])
  })
})
