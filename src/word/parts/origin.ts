import { createHash } from 'node:crypto'
import type { Origin } from '../../origin/origin.ts'
import { ORIGIN_NAMESPACE } from '../../origin/origin.ts'
import type { Parts } from '../normalise.ts'
import { escapeXml, XML_DECLARATION } from './xml.ts'

/**
 * A package with the manuscript that it was made from in a custom XML part (ECMA-376 part 1, 15.2.5,
 * 15.2.6), which Word and LibreOffice keep through a save.
 */
export function withOrigin(parts: Parts, origin: Origin): Parts {
  const all = new Map(parts)
  all.set('customXml/item1.xml', originPart(origin))
  all.set('customXml/itemProps1.xml', properties)
  all.set('customXml/_rels/item1.xml.rels', relationships([PROPERTIES_TYPE, 'itemProps1.xml']))
  const types = all.get('[Content_Types].xml')
  const related = all.get('word/_rels/document.xml.rels')
  if (typeof types !== 'string' || typeof related !== 'string')
    throw new Error('a Word file without content types or relationships')
  all.set('[Content_Types].xml', types.replace('</Types>', `${contentType}</Types>`))
  all.set(
    'word/_rels/document.xml.rels',
    related.replace(
      '</Relationships>',
      `${relationship([ITEM_TYPE, '../customXml/item1.xml'], 'origin')}</Relationships>`,
    ),
  )
  return all
}

function originPart({ chapters, blocks, notes }: Origin): string {
  const texts = chapters.map(({ id, text }) => {
    const hash = createHash('sha256').update(text).digest('hex')
    return `<chapter id="${escapeXml(id)}" sha256="${hash}" xml:space="preserve">${escapeXml(text)}</chapter>`
  })
  const map = escapeXml(JSON.stringify({ blocks, notes }))
  return `${XML_DECLARATION}<origin xmlns="${ORIGIN_NAMESPACE}">${texts.join('')}<map>${map}</map></origin>`
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/'
const ITEM_TYPE = `${OFFICE}relationships/customXml`
const PROPERTIES_TYPE = `${OFFICE}relationships/customXmlProps`

/** The id tells parts of one kind apart inside one file, and need not be unique beyond it. */
const properties =
  `${XML_DECLARATION}<ds:datastoreItem ds:itemID="{5D1C6C0E-3B0F-4C0B-9A53-0F5E1B7A9C11}"` +
  ` xmlns:ds="${OFFICE}customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${ORIGIN_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`

const contentType =
  '<Override PartName="/customXml/itemProps1.xml"' +
  ' ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'

const relationship = ([type, target]: readonly [string, string], id: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

const relationships = (one: readonly [string, string]): string =>
  `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship(one, 'rId1')}</Relationships>`
