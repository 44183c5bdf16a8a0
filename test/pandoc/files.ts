import { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from 'docx'
import { strToU8, zipSync } from 'fflate'

/** A Word file of two paragraphs that call the notes `first` and `second`. */
export async function wordFile(first = 'Note one.', second = 'Note two.'): Promise<Uint8Array> {
  const note = (text: string) => ({ children: [new Paragraph(text)] })
  const call = (words: string, id: number, rest: string): Paragraph =>
    new Paragraph({
      children: [new TextRun(words), new FootnoteReferenceRun(id), new TextRun(rest)],
    })
  const children = [call('The law', 1, ' was passed.'), call('“Nobody” came', 2, '.')]
  const document = new Document({
    footnotes: { 1: note(first), 2: note(second) },
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** An EPUB whose chapters have the bodies given, each a file of its own. */
export function epubFile(...bodies: readonly string[]): Uint8Array {
  const names = bodies.map((_, index) => `c${index + 1}.xhtml`)
  const items = names.map(
    (name, index) => `<item id="i${index}" href="${name}" media-type="application/xhtml+xml"/>`,
  )
  const spine = names.map((_, index) => `<itemref idref="i${index}"/>`)
  const parts = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'EPUB/package.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x</dc:identifier><dc:title>T</dc:title><dc:language>en</dc:language></metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    ...Object.fromEntries(bodies.map((body, index) => [`EPUB/${names[index]}`, page(body)])),
  }
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(bytes))
}

const page = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>C</title></head><body>${body}</body></html>`

/** A reference as the EPUB writer writes it. */
export const noteref = (id: string, number: number): string =>
  `<a epub:type="noteref" role="doc-noteref" id="ref-${id}" href="#${id}">${number}</a>`

/** A note as the EPUB writer writes it, with its number as the back-link. */
export const footnote = (id: string, number: number, text: string): string =>
  `<aside epub:type="footnote" role="doc-footnote" id="${id}"><p><a role="doc-backlink" href="#ref-${id}">${number}</a> ${text}</p></aside>`
