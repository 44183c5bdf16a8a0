import type { LinkArea, TagElement, TagKid, TaggedPages } from '../tag/tree.ts'
import {
  endObject,
  newObject,
  setCatalog,
  setCatalogValue,
  type PdfDocument,
  type PdfObject,
} from './pdfkit-private.ts'

/** What is known of the pages when their structure is written. */
export interface WrittenPages {
  /** Page dictionaries, in order. */
  readonly pages: readonly PdfObject[]
  readonly annotations: ReadonlyMap<LinkArea, PdfObject>
  /** Areas in the order of their keys in the parent tree, which come after the pages'. */
  readonly areas: readonly LinkArea[]
}

/** Writes the structure tree, the tree of parents and that of ids (ISO 32000-1, 14.7.2 and 14.7.4.4). */
export function writeStructure(
  document: PdfDocument,
  { pages, root }: TaggedPages,
  written: WrittenPages,
): void {
  const writer = new StructureWriter(document, written)
  const tree = newObject(document, {})
  const top = writer.write(root, tree)
  const parents: unknown[] = []
  pages.forEach((page, index) => {
    parents.push(
      index,
      page.elements.map((element) => writer.objects.get(element)),
    )
  })
  written.areas.forEach((area, index) => {
    parents.push(pages.length + index, writer.holders.get(area))
  })
  const ids = writer.ids.toSorted(([a], [b]) => (a < b ? -1 : 1))
  Object.assign(tree.data, {
    Type: 'StructTreeRoot',
    K: [top],
    ParentTree: ended(document, { Nums: parents }),
    ParentTreeNextKey: pages.length + written.areas.length,
    ...(ids.length > 0 && {
      IDTree: ended(document, {
        Names: ids.flatMap(([id, object]) => [new String(id), object]),
      }),
    }),
  })
  endObject(document, tree)
  setCatalogValue(document, 'StructTreeRoot', tree)
  setCatalog(document, 'MarkInfo', { Marked: true })
}

class StructureWriter {
  readonly objects = new Map<TagElement, PdfObject>()
  /** The element in which each area stands. */
  readonly holders = new Map<LinkArea, PdfObject>()
  readonly ids: (readonly [string, PdfObject])[] = []
  private readonly document: PdfDocument
  private readonly written: WrittenPages

  constructor(document: PdfDocument, written: WrittenPages) {
    this.document = document
    this.written = written
  }

  /** Writes an element and all in it; an element without content says nothing and is left out by its parent. */
  write(element: TagElement, parent: PdfObject): PdfObject {
    const object = newObject(this.document, {})
    this.objects.set(element, object)
    const page = pageOf(element)
    const kids = element.kids.filter(hasContent).map((kid) => this.kid(kid, object, page))
    Object.assign(object.data, {
      Type: 'StructElem',
      S: element.type,
      P: parent,
      K: kids.length === 1 ? kids[0] : kids,
      ...(page !== undefined && { Pg: this.written.pages[page] }),
      ...(element.language !== undefined && { Lang: new String(element.language) }),
      ...(element.alt !== undefined && { Alt: new String(element.alt) }),
      ...(element.title !== undefined && { T: new String(element.title) }),
      ...(element.id !== undefined && { ID: new String(element.id) }),
      ...attributesOf(element),
    })
    if (element.id !== undefined) this.ids.push([element.id, object])
    endObject(this.document, object)
    return object
  }

  private kid(kid: TagKid, parent: PdfObject, page: number | undefined): unknown {
    if (kid.type === 'content') {
      return kid.page === page
        ? kid.mcid
        : { Type: 'MCR', Pg: this.written.pages[kid.page], MCID: kid.mcid }
    }
    if (kid.type === 'area') {
      this.holders.set(kid, parent)
      return {
        Type: 'OBJR',
        Obj: this.written.annotations.get(kid),
        Pg: this.written.pages[kid.page],
      }
    }
    return this.write(kid, parent)
  }
}

/** The page on which its first own content stands; what is on others names its own. */
function pageOf(element: TagElement): number | undefined {
  for (const kid of element.kids) if (kid.type === 'content') return kid.page
  return undefined
}

/** Cells stay, though empty, or columns would shift. */
const hasContent = (kid: TagKid): boolean =>
  !('kids' in kid) || kid.type === 'TD' || kid.type === 'TH' || kid.kids.some(hasContent)

/** Attributes (14.8.5): what a type alone does not say. */
function attributesOf({ type, numbering, box }: TagElement): Readonly<Record<string, unknown>> {
  if (type === 'TH') return { A: { O: 'Table', Scope: 'Column' } }
  if (numbering !== undefined) return { A: { O: 'List', ListNumbering: numbering } }
  return box === undefined ? {} : { A: { O: 'Layout', BBox: box, Placement: 'Block' } }
}

function ended(document: PdfDocument, data: Readonly<Record<string, unknown>>): PdfObject {
  const object = newObject(document, data)
  endObject(document, object)
  return object
}
