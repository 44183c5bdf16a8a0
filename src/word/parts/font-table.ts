import type { Family, Template } from '../../template/template.ts'
import { panoseOf } from './panose.ts'
import { escapeXml, W_NAMESPACE, XML_DECLARATION } from './xml.ts'

/** `w:family` by the kind of a face (`ST_FontFamily`, 17.18.30). */
const families = { serif: 'roman', sans: 'swiss', mono: 'modern' } as const

/**
 * `word/fontTable.xml`: every face of the template by name, the faces to take in its place where an
 * editor's machine lacks it (`w:altName`), and its PANOSE numbers, by which Word finds the nearest.
 */
export function fontTable(template: Template): string {
  const byName = new Map(Object.values(template.families).map((family) => [family.name, family]))
  const fonts = [...byName.values()].map(font).join('')
  return `${XML_DECLARATION}<w:fonts ${W_NAMESPACE}>${fonts}</w:fonts>`
}

function font(family: Family): string {
  const panose = panoseOf(family.faces.regular.bytes)
  const alternatives = family.fallbacks.map((name) => name.replaceAll(',', ' ')).join(', ')
  return (
    `<w:font w:name="${escapeXml(family.name)}">` +
    (alternatives === '' ? '' : `<w:altName w:val="${escapeXml(alternatives)}"/>`) +
    (panose === undefined ? '' : `<w:panose1 w:val="${panose}"/>`) +
    '<w:charset w:val="00"/>' +
    `<w:family w:val="${families[family.kind]}"/>` +
    `<w:pitch w:val="${family.kind === 'mono' ? 'fixed' : 'variable'}"/>` +
    '</w:font>'
  )
}
