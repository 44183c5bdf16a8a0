import type { DocxChange } from './contents.ts'
import { elementsOf, type XmlElement } from './xml.ts'

/** Tracked changes by the element that marks them (ECMA-376 part 1, 17.13.5). */
const changes = new Map<string, Pick<DocxChange, 'type' | 'moved'>>([
  ['w:ins', { type: 'insertion' }],
  ['w:del', { type: 'deletion' }],
  ['w:moveTo', { type: 'insertion', moved: true }],
  ['w:moveFrom', { type: 'deletion', moved: true }],
])

/** The change that an element marks; undefined where it marks none. */
export function changeOf(element: XmlElement): DocxChange | undefined {
  const change = changes.get(element.name)
  if (change === undefined) return undefined
  const author = element.attributes.get('w:author')
  const date = element.attributes.get('w:date')
  return {
    ...change,
    id: element.attributes.get('w:id') ?? '',
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
  }
}

/** The change of a paragraph's own mark, in the properties of the mark; a deletion wins. */
export function markOf(properties: XmlElement | undefined): DocxChange | undefined {
  if (properties === undefined) return undefined
  const found = elementsOf(properties).flatMap((child) => changeOf(child) ?? [])
  return found.find((change) => change.type === 'deletion') ?? found[0]
}
