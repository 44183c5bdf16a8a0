import { elementsOf, type XmlElement } from '../xml.ts'
import type { Revised, Revision } from './revised.ts'

/** Who changed something, and when; with the name of the move where it is one. */
export function revisionOf(element: XmlElement, move?: string): Revision {
  const author = element.attributes.get('w:author')
  const date = element.attributes.get('w:date')
  return {
    id: element.attributes.get('w:id') ?? '',
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(move !== undefined && { move }),
  }
}

/** What an element makes of what is in it; undefined where it is no tracked change. */
export function revisedBy(
  element: XmlElement,
  moves: { readonly from?: string; readonly to?: string },
): Revised | undefined {
  switch (element.name) {
    case 'w:ins':
    case 'w:cellIns':
      return { inserted: revisionOf(element) }
    case 'w:del':
    case 'w:cellDel':
      return { deleted: revisionOf(element) }
    case 'w:moveTo':
      return { inserted: revisionOf(element, moves.to ?? '') }
    case 'w:moveFrom':
      return { deleted: revisionOf(element, moves.from ?? '') }
    default:
      return undefined
  }
}

/** What happened to a paragraph's mark (`w:pPr/w:rPr`) or a row (`w:trPr`). */
export const revisedIn = (
  properties: XmlElement | undefined,
  moves: { readonly from?: string; readonly to?: string } = {},
): Revised =>
  properties === undefined
    ? {}
    : elementsOf(properties).reduce<Revised>(
        (all, child) => ({ ...all, ...revisedBy(child, moves) }),
        {},
      )
