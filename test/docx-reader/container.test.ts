import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../src/docx-reader/read-docx.ts'
import { docx, p, r, root } from './make.ts'

const reasonOf = (bytes: Uint8Array): string => {
  const read = readDocx(bytes, 'edited.docx')
  expect(read.value).toBeUndefined()
  expect(read.diagnostics.map(({ rule }) => rule)).toEqual(['unreadable-edition'])
  return read.diagnostics[0]?.message ?? ''
}

/** The same bytes with a text of the same length in place of another, everywhere. */
function replaceBytes(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(text.replaceAll(from, to), 'latin1')
}

describe('refuses', () => {
  it('what is no zip', () => {
    expect(reasonOf(strToU8('{\\rtf1 not a zip}'))).toContain('not a zip')
    expect(reasonOf(new Uint8Array(0))).toContain('not a zip')
  })

  it.each(['../../x.xml', '/abs.xml', 'a\\..\\b.xml', 'C:/x.xml'])('the name %s', (name) => {
    expect(reasonOf(docx(p(r('a')), { [name]: '<x/>' }))).toContain('unsafe name')
  })

  it('two parts of one name, also where only the case of a letter differs', () => {
    const twins = docx(p(r('a')), { 'word/documenu.xml': root('document', '<w:body/>') })
    expect(reasonOf(replaceBytes(twins, 'documenu', 'document'))).toContain('two parts')
    expect(reasonOf(docx(p(r('a')), { 'word/Document.xml': '<x/>' }))).toContain('two parts')
  })

  it('a part that inflates without measure', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(20_000_000) })
    expect(reasonOf(bomb)).toContain('without measure')
  })

  it('a part that lies about its size', () => {
    const bytes = docx(p(r('a')))
    const directory = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    const lying = Uint8Array.from(bytes)
    lying[directory + 24] = (lying[directory + 24] ?? 0) ^ 1
    expect(reasonOf(lying)).toContain('damaged')
  })

  it('a file cut short at any place', () => {
    const bytes = docx(p(r('some text')))
    for (let length = 0; length < bytes.length; length += 7)
      expect(readDocx(bytes.subarray(0, length), 'cut.docx').value).toBeUndefined()
  })

  it('a document type, in any part', () => {
    const doctype = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const xml = root('footnotes', '').replace('?>', `?>${doctype}`)
    expect(reasonOf(docx(p(r('a')), { 'word/footnotes.xml': xml }))).toContain('document type')
  })

  it('XML that is not well formed, or nested without end', () => {
    expect(reasonOf(docx('<w:p>'))).toContain('well-formed')
    const deep = '<w:ins>'.repeat(2000) + '</w:ins>'.repeat(2000)
    expect(reasonOf(docx(deep))).toContain('deeply')
  })

  it('macros, and a zip that is no Word file', () => {
    expect(reasonOf(docx(p(r('a')), { 'word/vbaProject.bin': 'x' }))).toContain('macros')
    expect(reasonOf(zipSync({ 'content.xml': strToU8('<x/>') }))).toContain('no document')
  })
})
