import { describe, expect, it } from 'vitest'
import type { DocxContents } from '../../src/docx-reader/contents.ts'
import { readDocx } from '../../src/docx-reader/read-docx.ts'
import { call, docx, note, p, r, root } from './make.ts'

function read(bytes: Uint8Array): DocxContents {
  const { value, diagnostics } = readDocx(bytes, 'edited.docx')
  expect(diagnostics).toEqual([])
  if (value === undefined) throw new Error('not read')
  return value
}

const ins = (id: number, content: string): string =>
  `<w:ins w:id="${String(id)}" w:author="Ann" w:date="2026-01-02T03:04:05Z">${content}</w:ins>`
const del = (id: number, text: string): string =>
  `<w:del w:id="${String(id)}" w:author="Ann"><w:r><w:delText>${text}</w:delText></w:r></w:del>`

const sect = (start: number, restart: string): string =>
  `<w:sectPr><w:footnotePr><w:numStart w:val="${String(start)}"/>` +
  `<w:numRestart w:val="${restart}"/></w:footnotePr></w:sectPr>`

describe('text', () => {
  it('is what stands after all changes are accepted', () => {
    const { blocks } = read(docx(p(r('Kept '), del(1, 'old'), ins(2, r('new')), r(' text'))))
    expect(blocks[0]?.text).toBe('Kept new text')
    expect(blocks[0]?.runs.map(({ text, change }) => [text, change?.type])).toEqual([
      ['Kept ', undefined],
      ['old', 'deletion'],
      ['new', 'insertion'],
      [' text', undefined],
    ])
    expect(blocks[0]?.runs[2]?.change).toEqual({
      type: 'insertion',
      id: '2',
      author: 'Ann',
      date: '2026-01-02T03:04:05Z',
    })
  })

  it('leaves out what was inserted and deleted again, and what was moved away', () => {
    const { blocks } = read(
      docx(
        p(
          ins(1, del(2, 'gone')),
          `<w:moveFrom w:id="3">${r('here')}</w:moveFrom>`,
          `<w:moveTo w:id="4">${r('there')}</w:moveTo>`,
        ),
      ),
    )
    expect(blocks[0]?.text).toBe('there')
  })

  it('says where the mark of a paragraph was deleted', () => {
    const { blocks } = read(
      docx(`<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="Ann"/></w:rPr></w:pPr>${r('a')}</w:p>`),
    )
    expect(blocks[0]?.mark).toMatchObject({ type: 'deletion', author: 'Ann' })
  })

  it('has tabs, breaks, hyphens and symbols as characters', () => {
    const { blocks } = read(
      docx(
        p(
          '<w:r><w:t>a</w:t><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/>' +
            '<w:sym w:font="Symbol" w:char="00A7"/></w:r>',
        ),
      ),
    )
    expect(blocks[0]?.text).toBe('a\t\n\u2011\u00AD\u00A7')
  })

  it('is read through content controls, smart tags and choices of markup', () => {
    const { blocks } = read(
      docx(
        `<w:sdt><w:sdtContent>${p(`<w:smartTag>${r('in')}</w:smartTag>`)}</w:sdtContent></w:sdt>` +
          p(
            `<mc:AlternateContent><mc:Choice Requires="x">${r('one')}</mc:Choice>` +
              `<mc:Fallback>${r('other')}</mc:Fallback></mc:AlternateContent>`,
          ),
      ),
    )
    expect(blocks.map(({ text }) => text)).toEqual(['in', 'one'])
  })

  it('is read in the strict form of the standard too', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    expect(read(docx(p(r('strict')), {}, strict)).blocks[0]?.text).toBe('strict')
  })

  it('knows the cell and the head row of a table', () => {
    const row = (text: string, properties = ''): string =>
      `<w:tr>${properties}<w:tc>${p(r(text))}</w:tc></w:tr>`
    const head = '<w:trPr><w:tblHeader/></w:trPr>'
    const { blocks } = read(docx(`<w:tbl>${row('h', head)}${row('c')}</w:tbl>`))
    expect(blocks.map(({ cell }) => cell)).toEqual([
      { table: 0, row: 0, column: 0, isHeader: true },
      { table: 0, row: 1, column: 0, isHeader: false },
    ])
  })
})

describe('numbers of notes', () => {
  const footnotes = root('footnotes', note(1, ' One') + note(2, '\tTwo') + note(3, 'Three'))
  const numbersOf = (body: string): readonly (string | undefined)[] =>
    read(docx(body, { 'word/footnotes.xml': footnotes })).footnotes.map(({ number }) => number)

  it('start where the section says, and go on through a section that is continuous', () => {
    const first = `<w:p><w:pPr>${sect(568, 'continuous')}</w:pPr>${call(1)}</w:p>`
    expect(numbersOf(first + p(call(2), call(3)) + sect(568, 'continuous'))).toEqual([
      '568',
      '569',
      '570',
    ])
  })

  it('start again in a section that says so', () => {
    const first = `<w:p><w:pPr>${sect(5, 'eachSect')}</w:pPr>${call(1)}</w:p>`
    expect(numbersOf(first + p(call(2), call(3)) + sect(9, 'eachSect'))).toEqual(['5', '9', '10'])
  })

  it('are as written where a call has a mark of its own, which is not counted', () => {
    const custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1a</w:t></w:r>'
    const { references, blocks } = read(
      docx(p(call(1), custom, call(3)), { 'word/footnotes.xml': footnotes }),
    )
    expect(references.map(({ number }) => number)).toEqual(['1', '1a', '2'])
    expect(blocks[0]?.text).toBe('')
  })

  it('leave a deleted call out, and its note without a number', () => {
    const deleted = `<w:del w:id="9">${call(1)}</w:del>`
    const contents = read(docx(p(deleted, call(2), call(3)), { 'word/footnotes.xml': footnotes }))
    expect(contents.footnotes.map(({ id, number }) => [id, number])).toEqual([
      ['2', '1'],
      ['3', '2'],
      ['1', undefined],
    ])
  })

  it('are no part of the notes texts, nor is the white behind them', () => {
    const { footnotes: notes } = read(
      docx(p(call(1), call(2), call(3)), { 'word/footnotes.xml': footnotes }),
    )
    expect(notes.map(({ text }) => text)).toEqual(['One', 'Two', 'Three'])
  })
})

describe('fields and bookmarks', () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

  it('are read in both of their forms', () => {
    const complex =
      mark('begin') +
      '<w:r><w:instrText> NOTEREF </w:instrText></w:r><w:r><w:instrText>_fn \\h </w:instrText></w:r>' +
      mark('separate') +
      r('7') +
      mark('end')
    const simple = `<w:fldSimple w:instr=" REF _sec \\h ">${r('Head')}</w:fldSimple>`
    const { fields, blocks } = read(docx(p(complex, simple)))
    expect(fields).toEqual([
      { instruction: 'NOTEREF _fn \\h', cached: '7', bookmark: '_fn' },
      { instruction: 'REF _sec \\h', cached: 'Head', bookmark: '_sec' },
    ])
    expect(blocks[0]?.text).toBe('7Head')
  })

  it('give the text that they stand around, over the ends of paragraphs', () => {
    const start = '<w:bookmarkStart w:id="1" w:name="_a"/>'
    const end = '<w:bookmarkEnd w:id="1"/>'
    const { bookmarks } = read(docx(p(r('x'), start, r('one')) + p(del(2, 'no'), r('two'), end)))
    expect(bookmarks).toEqual([{ name: '_a', text: 'one\ntwo' }])
  })

  it('give the number of the note that is called in them', () => {
    const around = `<w:bookmarkStart w:id="1" w:name="_fn"/>${call(1)}<w:bookmarkEnd w:id="1"/>`
    const { bookmarks } = read(docx(p(around) + sect(568, 'continuous')))
    expect(bookmarks).toEqual([{ name: '_fn', text: '', footnoteNumber: '568' }])
  })
})
