import { describe, expect, it } from 'vitest'
import {
  closePage,
  endObject,
  newObject,
  openDocument,
  setCatalog,
  useFont,
  writeOutline,
  type PdfObject,
} from '../../../src/print/paint/pdfkit-private.ts'

/** What `paint/pdfkit-private.ts` stands on. It fails when pdfkit changes one of its private fields. */
describe('pdfkit 0.20.2', () => {
  it('writes what is given to it, and nothing of its own', () => {
    const { document, bytes } = openDocument({
      language: 'en',
      info: { Title: 'T', CreationDate: new Date(0) },
      version: '1.7',
      xmp: '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>x-own</dc:format></rdf:Description>',
    })
    document.addPage({ size: [100, 100], margin: 0 })
    const font = document.ref({}) as unknown as PdfObject
    useFont(document, 'F1', font)
    document.addContent(Buffer.from('BT /F1 10 Tf <00010002> Tj ET'))
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
    // An object may be named before it is written, and may have a stream.
    font.data['DescendantFonts'] = [new String('later')]
    font.end(Buffer.from('bytes'))
    // Our own way to write an object gives what pdfkit's gives.
    const value = {
      Type: 'Annot',
      Contents: new String('a (b) \\ c\n'),
      Alt: new String('Қазақстан ( \u{1F4D6}'),
      Rect: [0.1 + 0.2, -1e-7, 12, undefined],
      A: { S: 'URI', Next: font, IsMap: true },
    }
    const objects = [newObject(document, value), newObject(document, value)] as const
    endObject(document, objects[0])
    objects[1].end()
    const twice = objects.map((each) => (each as unknown as { id: number }).id)
    document.end()
    const pdf = Buffer.from(bytes()).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.7\n%/u)
    // Each object is where the table at the end says (7.5.4), and the table too.
    const [, table] = /startxref\n(\d+)\n%%EOF\n$/u.exec(pdf) ?? []
    expect(pdf.indexOf('xref\n')).toBe(Number(table))
    expect(pdf).not.toContain('Helvetica')
    expect(pdf).toContain('x-own')
    expect(pdf.match(/x:xmpmeta/gu)).toHaveLength(2)
    expect(pdf).toContain('/Count -1')
    expect(pdf).toContain('/Dest (b)')
    expect(pdf).toMatch(/\/PageLabels \d+ 0 R/u)
    // Names in the order of their bytes.
    expect(pdf.indexOf('(B) [')).toBeLessThan(pdf.indexOf('(b) ['))
    const [own, theirs] = twice.map((id) => pdf.split(`\n${id} 0 obj\n`)[1]?.split('\nendobj')[0])
    expect(own).toBe(theirs)
    const [, object] = /\/Font <<\s*\/F1 (\d+) 0 R/u.exec(pdf) ?? []
    expect(pdf).toMatch(
      new RegExp(`\\n${object} 0 obj\\s*<<\\s*/DescendantFonts \\[\\(later\\)\\]`, 'u'),
    )
  })
})
