import type { LinkArea } from '../tag/tree.ts'
import { addAnnotation, endObject, type PdfDocument, type PdfObject } from './pdfkit-private.ts'

/** Printed with the page (ISO 32000-1, table 165); PDF/A-2, 6.3.2 wants it. */
const PRINT = 1 << 2

/**
 * Makes an area of the page that is being written live. `parent` is its key in the parent tree, by
 * which a reader finds the element that it belongs to (14.7.4.4).
 */
export function addLink(
  document: PdfDocument,
  area: LinkArea,
  height: number,
  parent: number,
): PdfObject {
  const { x, y, width, target, spoken } = area
  const top = height - y
  const annotation = addAnnotation(document, {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [x, top - area.height, x + width, top],
    Border: [0, 0, 0],
    F: PRINT,
    Contents: new String(spoken.text),
    StructParent: parent,
    // A name as `Dest` (12.5.6.5): one object less than an action.
    ...(target.type === 'name'
      ? { Dest: new String(target.name) }
      : { A: { Type: 'Action', S: 'URI', URI: new String(target.url) } }),
  })
  endObject(document, annotation)
  return annotation
}
