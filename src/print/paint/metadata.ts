import type { Book } from '../../model/book.ts'
import type { Page } from '../page/page.ts'

type Metadata = Book['metadata']

const MAKER = 'imprimatur'

/** The document information dictionary (ISO 32000-1, 14.3.3). Its date is the edition's, so that the same book gives the same bytes. */
export function infoOf(metadata: Metadata, title: string): Readonly<Record<string, string | Date>> {
  const date = dateOf(metadata)
  return {
    Title: title,
    ...(metadata.authors.length > 0 && { Author: metadata.authors.join(', ') }),
    ...(metadata.description !== undefined && { Subject: metadata.description }),
    ...(metadata.keywords.length > 0 && { Keywords: metadata.keywords.join(', ') }),
    Creator: MAKER,
    Producer: MAKER,
    CreationDate: date,
    ModDate: date,
  }
}

const dateOf = (metadata: Metadata): Date => new Date(`${metadata.date.slice(0, 10)}T00:00:00Z`)

/** The archive standard of a file: PDF/A-2a as published; A-1b is what independent checkers read. */
export type Archive = 'PDF/A-2a' | 'PDF/A-1b'

/** The same as XMP (ISO 16684-1), escaped. */
export function xmpOf(metadata: Metadata, title: string, archive: Archive | undefined): string {
  const date = dateOf(metadata).toISOString().replace('.000', '')
  const text = escapeXml
  const list = (kind: 'Seq' | 'Bag', values: readonly string[]): string =>
    `<rdf:${kind}>${values.map((value) => `<rdf:li>${text(value)}</rdf:li>`).join('')}</rdf:${kind}>`
  const localized = (value: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${text(value)}</rdf:li></rdf:Alt>`
  const { authors, description, keywords, language, rights, identifier, publisher } = metadata
  const lines = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${localized(title)}</dc:title>`,
    authors.length > 0 ? `<dc:creator>${list('Seq', authors)}</dc:creator>` : '',
    publisher === undefined ? '' : `<dc:publisher>${list('Bag', [publisher])}</dc:publisher>`,
    description === undefined ? '' : `<dc:description>${localized(description)}</dc:description>`,
    keywords.length > 0 ? `<dc:subject>${list('Bag', keywords)}</dc:subject>` : '',
    rights === undefined ? '' : `<dc:rights>${localized(rights)}</dc:rights>`,
    `<dc:language>${list('Bag', [language])}</dc:language>`,
    `<dc:identifier>${text(identifier)}</dc:identifier>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${MAKER}</xmp:CreatorTool>`,
    `<pdf:Producer>${MAKER}</pdf:Producer>`,
    keywords.length > 0 ? `<pdf:Keywords>${text(keywords.join(', '))}</pdf:Keywords>` : '',
  ]
  const spaces =
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
  const plain = `<rdf:Description rdf:about="" ${spaces}>\n${lines.filter(Boolean).join('\n')}\n</rdf:Description>`
  return [plain, ...(archive === undefined ? [] : [archiveOf(archive)]), universalAccess].join('\n')
}

/** PDF/A (ISO 19005-2, 6.6.4). */
const archiveOf = (
  archive: Archive,
): string => `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>${archive.slice(-2, -1)}</pdfaid:part>
<pdfaid:conformance>${archive.slice(-1).toUpperCase()}</pdfaid:conformance>
</rdf:Description>`

/**
 * PDF/UA-1 (ISO 14289-1, clause 5). PDF/A wants a description of every schema that it does not know
 * itself (ISO 19005-2, 6.6.2.3.3).
 */
const universalAccess = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escapeXml = (value: string): string =>
  value.replace(/[&<>"]/gu, (character) => entities[character] ?? character)

/** Page labels (12.4.2): roman before the text, then arabic as printed. */
export function pageLabels(pages: readonly Page[]): Readonly<Record<string, unknown>> {
  const text = pages.findIndex((page) => /^\d+$/u.test(page.folio))
  const roman = text === 0 ? [] : [0, { S: 'r' }]
  const arabic = text < 0 ? [] : [text, { S: 'D', St: Number(pages[text]?.folio) }]
  return { Nums: [...roman, ...arabic] }
}
