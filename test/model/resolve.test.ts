import { describe, expect, it } from 'vitest'
import { chaptersOf, type Book } from '../../src/model/book.ts'
import { excerpt } from '../../src/model/excerpt.ts'
import type { CrossReference, Inline, Link } from '../../src/model/nodes.ts'
import { inlinesOf } from '../../src/model/text.ts'
import { bookOf, bookYaml, loneBook } from '../write-book.ts'

const inlines = (book: Book): Inline[] =>
  chaptersOf(book).flatMap((chapter) => [
    ...inlinesOf(chapter.children),
    ...chapter.notes.flatMap((note) => [...inlinesOf(note.children)]),
  ])
const references = (book: Book): Partial<CrossReference>[] =>
  inlines(book)
    .filter((inline) => inline.type === 'crossReference')
    .map((reference): Partial<CrossReference> => {
      const { position, type, ...rest } = reference
      void [position, type]
      return rest
    })
const links = (book: Book): Link[] => inlines(book).filter((inline) => inline.type === 'link')

describe('cross-references', () => {
  it('lead forwards and backwards to sections, figures, tables and notes', () => {
    const book = loneBook(
      '# T\n\n## A {#sec-a}\n\n@sec-b @tbl-t @fn-n x[^n]\n\n## B *b* {#sec-b}\n\n| a |\n| - |\n| b |\n\n: C {#tbl-t}\n\n@sec-a\n\n[^n]: N\n',
    )
    const common = { bare: false, page: false }
    expect(references(book)).toEqual([
      { ...common, kind: 'section', anchor: 'sec-b', title: 'B b' },
      { ...common, kind: 'table', anchor: 'tbl-t', number: '1', title: 'C' },
      { ...common, kind: 'note', anchor: 'fn-n', number: '1', title: '1' },
      { ...common, kind: 'section', anchor: 'sec-a', title: 'A' },
    ])
  })
  it('find a note of another chapter, and say which', () => {
    const book = bookOf({
      'book.yaml': bookYaml(['k.md', 'l.md']),
      'k.md': '# Kazakhstan\n\na[^x]\n\n[^x]: X\n',
      'l.md': '# Latvia\n\n@k/fn-x\n',
    })
    expect(references(book)).toEqual([
      {
        kind: 'note',
        anchor: 'fn-x',
        number: '1',
        title: '1',
        bare: false,
        page: false,
        chapter: 'Kazakhstan',
      },
    ])
    // Alone, the chapter still says the number, and leads nowhere.
    expect(references(excerpt(book, 'l'))[0]).not.toHaveProperty('anchor')
    expect(references(excerpt(book, 'l'))[0]).toHaveProperty('number', '1')
  })
  it('into a chapter that is elsewhere stand as they were written', () => {
    const book = bookOf({
      'book.yaml': bookYaml(['{ elsewhere: A to J, footnotes: 1-567 }', 'k.md']),
      'k.md': '# K\n\n@armenia/fn-x\n',
    })
    expect(references(book)[0]).toMatchObject({ title: '@armenia/fn-x' })
    expect(chaptersOf(book)[0]?.written.references[0]?.target).toBe('elsewhere')
  })
  it('match in any Unicode normal form', () => {
    const book = loneBook('# T\n\n## A {#sec-cafe\u0301}\n\n@sec-caf\u00E9\n')
    expect(references(book)[0]).toHaveProperty('anchor', 'sec-caf\u00E9')
  })
})

describe('links', () => {
  it('to an identifier of the book are live', () => {
    expect(
      links(loneBook('# T\n\n## A {#sec-a}\n\n[a](#sec-a) [b](#nope)\n')).map(({ url }) => url),
    ).toEqual(['#sec-a'])
  })
  it('keep only their text where the address is not safe', () => {
    const unsafe = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '&#106;avascript:x',
      'vbscript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      'smb://host/share',
      '//host/x',
      '<\\\\\\\\host\\\\share>',
      'ms-word:ofe|u|x',
      'https://user:pw@host/',
      'relative.md',
    ]
    for (const url of unsafe) {
      const book = loneBook(`# T\n\n[text](${url})\n`)
      expect(links(book), url).toEqual([])
      expect(JSON.stringify(chaptersOf(book)[0]?.children), url).toContain('"text"')
    }
  })
  it('know an address that is its own text', () => {
    expect(
      links(loneBook('# T\n\n<https://a.org/x> [a](https://b.org) www.c.org\n')).map(
        ({ bare }) => bare,
      ),
    ).toEqual([true, false, true])
  })
  it('by label lead to the first definition', () => {
    expect(
      links(loneBook('# T\n\n[a][x]\n\n[x]: https://a.org\n\n[X]: https://b.org\n'))[0]?.url,
    ).toBe('https://a.org')
  })
})

describe('a number as the name of a note', () => {
  it('is a label before it is the number of a note that stands in its place', () => {
    const book = loneBook('# T\n\na[^1] b^[Here.] c[^2] @fn-2\n\n[^1]: One.\n\n[^2]: Two.\n')
    expect(references(book)[0]).toMatchObject({ number: '3' })
  })
  it('is that of a note that stands in its place where no label is', () => {
    const book = loneBook('# T\n\na[^1] b^[Here.] @fn-2\n\n[^1]: One.\n')
    expect(references(book)[0]).toMatchObject({ number: '2' })
  })
})

describe('languages', () => {
  const texts = (markdown: string): unknown[] =>
    inlines(loneBook(markdown))
      .filter((inline) => inline.type === 'text')
      .map(({ value, language }) => (language === undefined ? value : [value, language]))
  it('come from a span, which holds every script', () => {
    expect(texts('# T\n\na [IT-специалистов и]{lang=ru} b\n')).toEqual([
      'a ',
      ['IT-специалистов и', 'ru'],
      ' b',
    ])
  })
  it('come from the script where none is marked', () => {
    expect(texts('# T\n\nThe Закон о данных law and Αθήνα.\n')).toEqual([
      'The ',
      ['Закон о данных', 'und-Cyrl'],
      ' law and ',
      ['Αθήνα.', 'el'],
    ])
  })
  it('of a script are what the book says', () => {
    const book = bookOf({
      'book.yaml': bookYaml(['k.md'], 'languages: { Cyrl: kk }\n'),
      'k.md': '# K\n\nТіл\n',
    })
    expect(inlines(book)[0]).toMatchObject({ value: 'Тіл', language: 'kk' })
  })
})
