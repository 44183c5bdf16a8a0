import { describe, expect, it } from 'vitest'
import { chaptersOf } from '../../src/model/book.ts'
import { identify, printedText } from '../../src/origin/origin-of.ts'
import { piecesOf } from '../../src/origin/printed.ts'
import { punctuate } from '../../src/template/punctuation.ts'
import { loneBook } from '../write-book.ts'
import { bookOf, reportTemplate } from '../word/make.ts'

const topics = ['blocks', 'figure', 'languages', 'lists', 'marks', 'notes', 'references', 'table']
const files = ['source/kazakhstan.md', ...topics.map((topic) => `test/word/${topic}/input.md`)]

/** Each piece as `written → printed`, those that print themselves alone. */
const shown = (source: string, value: string): readonly string[] | undefined =>
  piecesOf(source, 0, source.length, value)?.pieces.map(({ start, end, text }) =>
    text === undefined ? source.slice(start, end) : `${source.slice(start, end)} → ${text}`,
  )

describe('finds what is printed in the Markdown', () => {
  it('prints most characters as they stand', () => {
    expect(shown('a plain line', 'a plain line')).toEqual(['a plain line'])
  })

  it('undoes escapes and character references', () => {
    expect(shown('a \\* b &amp; c', 'a * b & c')).toEqual([
      'a ',
      '\\* → *',
      ' b ',
      '&amp; → &',
      ' c',
    ])
  })

  it('leaves a backslash that escapes nothing', () => {
    expect(shown('C:\\dir', 'C:\\dir')).toEqual(['C:\\dir'])
  })

  it('reads a line end, with what opens the next line, as one space', () => {
    expect(shown('one\n> two', 'one two')).toEqual(['one', '\n>  →  ', 'two'])
  })

  it('says where a text is not there', () => {
    expect(shown('one', 'one two')).toBeUndefined()
  })
})

describe.each(files)('every paragraph of %s', (file) => {
  const template = reportTemplate()
  const book = punctuate(bookOf(file), template)
  const { origin, identityOf } = identify(book, template)
  const source = origin.chapters[0]?.text ?? ''

  it('is found in the source to its last character', () => {
    expect(origin.blocks.filter(({ opaque }) => opaque === true)).toEqual([])
    for (const block of origin.blocks) {
      const spans = block.pieces.map(({ start }) => start)
      expect(spans).toEqual(spans.toSorted((a, b) => a - b))
      if (block.role === 'paragraph') expect(printedText(block, source)).not.toBe('')
    }
  })

  it('has a name of its own', () => {
    const names = origin.blocks.map(({ id }) => id)
    expect(new Set(names).size).toBe(names.length)
    expect(chaptersOf(book).every((chapter) => identityOf({ node: chapter }) !== undefined)).toBe(
      true,
    )
  })
})

it('names a paragraph the same whatever is added before it', () => {
  const template = reportTemplate()
  const names = (markdown: string): readonly string[] =>
    identify(loneBook(markdown), template).origin.blocks.map(({ id }) => id)
  const before = names('# Title\n\nFirst.\n\nLast.\n')
  const after = names('# Title\n\nNew.\n\nFirst.\n\nLast.\n')
  expect(after.filter((name) => before.includes(name))).toEqual(before)
})
