import { describe, expect, it } from 'vitest'
import {
  addGlyph,
  closePage,
  openDocument,
  openFont,
  setCatalog,
  useFont,
  writeOutline,
} from '../../../src/print/paint/pdfkit-private.ts'
import { tinyTemplate } from '../page/tiny.ts'

/** What `paint/pdfkit-private.ts` stands on. It fails when pdfkit changes one of its private fields. */
describe('pdfkit 0.20.2', () => {
  const face = tinyTemplate().families['text']!.faces.regular

  it('embeds the glyphs that are added, writes what is given to it, and nothing of its own', async () => {
    const document = openDocument({
      language: 'en',
      info: { Title: 'T', CreationDate: new Date(0) },
      xmp: '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>x-own</dc:format></rdf:Description>',
    })
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    const ended = new Promise((resolve) => document.on('end', resolve))
    document.addPage({ size: [100, 100], margin: 0 })
    const font = openFont(document, face.key, face.bytes)
    useFont(document, font)
    expect(addGlyph(font, 20, 'a')).toBe(1)
    expect(addGlyph(font, 20, 'b')).toBe(2)
    expect(font.unicode.slice(1)).toEqual([[0x61], [0x62]])
    expect(font.widths[1]).toBeGreaterThan(0)
    document.addContent(`BT /${font.id} 10 Tf <00010002> Tj ET`)
    document.addNamedDestination('b', 'XYZ', 0, 0, null as never)
    document.addNamedDestination('B', 'XYZ', 0, 0, null as never)
    closePage(document)
    writeOutline(document, [
      {
        text: 'One',
        anchor: 'b',
        isOpen: false,
        children: [{ text: 'Two', anchor: 'B', isOpen: false, children: [] }],
      },
    ])
    setCatalog(document, 'PageLabels', { Nums: [0, { S: 'r' }] })
    document.end()
    await ended
    const pdf = Buffer.concat(chunks).toString('latin1')
    expect(pdf).toContain('%PDF-1.7')
    expect(pdf).not.toContain('Helvetica')
    expect(pdf).toContain('x-own')
    expect(pdf.match(/x:xmpmeta/gu)).toHaveLength(2)
    expect(pdf).toContain('/Count -1')
    expect(pdf).toContain('/Dest (b)')
    expect(pdf).toMatch(/\/PageLabels \d+ 0 R/u)
    // Names in the order of their bytes.
    expect(pdf.indexOf('(B) [')).toBeLessThan(pdf.indexOf('(b) ['))
    expect(pdf).toContain('CIDFontType0C')
  })
})
