import type { Book } from '../../model/book.ts'
import { escapeXml, XML_DECLARATION } from './xml.ts'

/**
 * `docProps/core.xml` (ECMA-376 part 2, 11): in place of `docx`'s, which knows no `dc:language` and
 * dates the file by the clock. Both dates are the edition's.
 */
export function coreProperties(metadata: Book['metadata']): string {
  const creators = metadata.authors.length > 0 ? metadata.authors : [metadata.publisher ?? '']
  const date = `${metadata.date.slice(0, 10)}T00:00:00Z`
  return (
    XML_DECLARATION +
    '<cp:coreProperties' +
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    property('dc:title', metadata.title) +
    property('dc:subject', metadata.subtitle) +
    property('dc:creator', creators.join('; ')) +
    property('cp:keywords', metadata.keywords.join(', ')) +
    property('dc:description', metadata.description) +
    property('cp:lastModifiedBy', creators.join('; ')) +
    '<cp:revision>1</cp:revision>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>` +
    property('dc:identifier', metadata.isbn.word ?? metadata.identifier) +
    property('dc:language', metadata.language) +
    property('cp:version', metadata.version) +
    '</cp:coreProperties>'
  )
}

const property = (name: string, value: string | undefined): string =>
  value === undefined || value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>`
