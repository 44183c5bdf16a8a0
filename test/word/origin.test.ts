import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { word } from '../../src/word/word.ts'
import { bookOf, bytesOf, noFrontMatter, partsOf, reportTemplate } from './make.ts'

const book = bookOf('test/word/notes/input.md')
const source = book.parts[0]?.type === 'chapter' ? book.parts[0].written.text : ''

describe('a file for an editor', () => {
  it('tracks every change', async () => {
    expect(partsOf(await bytesOf(book)).get('word/settings.xml')).toContain('<w:trackRevisions/>')
  })

  it('has a hidden bookmark in every paragraph of the manuscript, of text, cells and notes', async () => {
    const parts = partsOf(await bytesOf(book))
    const written = `${parts.get('word/document.xml') ?? ''}${parts.get('word/footnotes.xml') ?? ''}`
    const paragraphs = written.match(/<w:p>.*?<\/w:p>/gs) ?? []
    const unnamed = paragraphs.filter(
      (p) => /<w:t[ >]/u.test(p) && !/<w:bookmarkStart [^>]*w:name="_im[\da-f]{12}/u.test(p),
    )
    expect(unnamed).toEqual([])
  })

  it('holds the Markdown that it was made from, with its hash and the numbers of its notes', async () => {
    const part = partsOf(await bytesOf(book)).get('customXml/item1.xml') ?? ''
    const hash = createHash('sha256').update(source).digest('hex')
    expect(part).toContain(
      `<chapter id="input" sha256="${hash}" xml:space="preserve">${source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</chapter>`,
    )
    expect(part).toContain('&quot;number&quot;:&quot;568&quot;')
  })

  it('is the same, byte for byte, each time', async () => {
    expect(Buffer.from(await bytesOf(book)).equals(await bytesOf(book))).toBe(true)
  })
})

describe('a file for readers', () => {
  it('tracks nothing, and holds neither identities nor the manuscript', async () => {
    const made = await word(book, reportTemplate(), noFrontMatter, { isPublic: true })
    const parts = partsOf(made.value?.bytes ?? new Uint8Array())
    expect([...parts.keys()].filter((path) => path.startsWith('customXml'))).toEqual([])
    const all = [...parts.values()].join('\n')
    expect(all).not.toMatch(/w:trackRevisions|"_im[\da-f]{12}|customXml/u)
    expect(all).not.toContain('[^')
  })
})
