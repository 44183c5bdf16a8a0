/**
 * pdfkit as a mere writer of PDF objects. Everything of pdfkit 0.20.2 that its documentation does
 * not promise is touched here and nowhere else; `test/print/paint/pdfkit-private.test.ts` fails
 * when pdfkit changes it. The version is pinned exactly.
 */
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { pdfText } from './pdf-text.ts'
import { Sink } from './sink.ts'

/** What pdfkit calls a reference: an object of the file. */
export interface PdfObject {
  data: Record<string, unknown>
  /** Writes it, as a stream where bytes are given. */
  end: (stream?: Uint8Array) => void
}

interface PrivateObject extends PdfObject {
  readonly id: number
  offset: number
}

interface PrivatePage {
  readonly dictionary: PdfObject
  readonly annotations: PdfObject[]
  readonly fonts: Record<string, PdfObject>
  readonly ext_gstates: Record<string, PdfObject>
  readonly content: {
    buffer: Uint8Array[]
    data: Record<string, unknown>
    compress: boolean
    write: (bytes: Uint8Array) => void
  }
}

interface PrivateOutline {
  outlineData: Record<string, unknown>
  addItem: (title: string) => PrivateOutline
}

interface PrivateDocument {
  readonly page: PrivatePage
  readonly _root: {
    readonly data: {
      readonly Names: { readonly data: { readonly Dests: DestinationTree } }
      [key: string]: unknown
    }
  }
  readonly outline: PrivateOutline
  ref: (data: Record<string, unknown>) => PdfObject
  appendXML: (xml: string) => void
  _addInfo: () => void
  endMarkings: () => void
  _offset: number
  _write: (data: string | Uint8Array) => void
  _refEnd: (object: PrivateObject) => void
}

interface DestinationTree {
  _compareKeys: (a: string, b: string) => number
}

export interface DocumentOptions {
  readonly language: string
  readonly info: Readonly<Record<string, string | Date>>
  /** `rdf:Description` elements of the XMP packet, well formed. */
  readonly xmp: string
  readonly version: '1.4' | '1.7'
}

export type PdfDocument = PDFKit.PDFDocument

/** A document, and what is written of it so far: all of it after `document.end()`. */
export interface OpenDocument {
  readonly document: PdfDocument
  readonly bytes: () => Uint8Array
}

const hidden = (document: PdfDocument): PrivateDocument => document as unknown as PrivateDocument

/** Opens a document without a page and without a font: the metrics of Helvetica are not loaded. */
export function openDocument({ language, info, xmp, version }: DocumentOptions): OpenDocument {
  const sink = new Sink()
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: version,
    lang: language,
    displayTitle: true,
    // Not in the types: no default font at all.
    font: null as unknown as string,
    info: info,
    margin: 0,
  })
  // pdfkit writes the title into XMP without escaping it.
  hidden(document)._addInfo = () => hidden(document).appendXML(xmp)
  // The structure is written by `structure.ts`, not by pdfkit.
  hidden(document).endMarkings = () => undefined
  // pdfkit sorts the names by locale. ISO 32000-1, 7.9.6 wants the order of their bytes.
  hidden(document)._root.data.Names.data.Dests._compareKeys = compareNames
  // A stream takes each of a book's hundred thousand objects in three pieces, and hands each on.
  sink.take(document.read() as Uint8Array | null)
  hidden(document)._write = (data) => {
    hidden(document)._offset += typeof data === 'string' ? sink.line(data) : sink.take(data)
  }
  return { document, bytes: () => sink.bytes() }
}

/** Order of names as bytes: those in ASCII first, since UTF-16 begins with a byte order mark. */
function compareNames(a: string, b: string): number {
  const [isWideA, isWideB] = [isWide(a), isWide(b)]
  if (isWideA !== isWideB) return isWideA ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

const isWide = (name: string): boolean => /[^\p{ASCII}]/u.test(name)

/** Names a font among the resources of the page. */
export function useFont(document: PdfDocument, name: string, font: PdfObject): void {
  hidden(document).page.fonts[name] ??= font
}

/** Names a graphics state of these opacities among the resources of the page (ISO 32000-1, 8.4.5), made once a document. */
export function useOpacity(
  document: PdfDocument,
  states: Map<string, PdfObject>,
  fill: number,
  stroke: number,
): string {
  const name = `O${Math.round(fill * 1000)}x${Math.round(stroke * 1000)}`
  let state = states.get(name)
  if (state === undefined) {
    state = hidden(document).ref({ Type: 'ExtGState', ca: fill, CA: stroke })
    state.end()
    states.set(name, state)
  }
  hidden(document).page.ext_gstates[name] = state
  return name
}

/** Compresses the content of the page that is being written, fast: a level that costs a third of the default's time for a tenth more bytes. */
export function closePage(document: PdfDocument): void {
  const { content } = hidden(document).page
  const bytes = deflateSync(Buffer.concat(content.buffer), { level: 3 })
  content.buffer = []
  content.compress = false
  content.data['Filter'] = 'FlateDecode'
  content.data['Length'] = 0
  content.write(bytes)
}

export interface OutlineItem {
  readonly text: string
  /** Name of a destination. */
  readonly anchor: string
  readonly isOpen: boolean
  readonly children: readonly OutlineItem[]
}

/**
 * Writes the outline (ISO 32000-1, 12.3.3). `Count` is the number of entries seen, negative for a
 * closed one; pdfkit gives neither that nor a place on the page.
 */
export function writeOutline(document: PdfDocument, items: readonly OutlineItem[]): void {
  const add = (to: PrivateOutline, children: readonly OutlineItem[]): number => {
    let seen = 0
    for (const child of children) {
      const item = to.addItem(child.text)
      item.outlineData['Dest'] = new String(child.anchor)
      const inside = add(item, child.children)
      if (inside > 0) item.outlineData['Count'] = child.isOpen ? inside : -inside
      seen += 1 + (child.isOpen ? inside : 0)
    }
    return seen
  }
  const { outline } = hidden(document)
  const seen = add(outline, items)
  if (seen > 0) outline.outlineData['Count'] = seen
}

/** The dictionary of the page that is being written (7.7.3.3). */
export const pageObject = (document: PdfDocument): PdfObject => hidden(document).page.dictionary

/** Adds an annotation to the page that is being written. It may still change until `end` is called. */
export function addAnnotation(
  document: PdfDocument,
  data: Readonly<Record<string, unknown>>,
): PdfObject {
  const object = hidden(document).ref({ ...data })
  hidden(document).page.annotations.push(object)
  return object
}

/** A new object, to be written by its `end`. */
export const newObject = (
  document: PdfDocument,
  data: Readonly<Record<string, unknown>>,
): PdfObject => hidden(document).ref({ ...data })

/** Writes an object that is no stream, as its `end` would. */
export function endObject(document: PdfDocument, object: PdfObject): void {
  const own = object as PrivateObject
  own.offset = hidden(document)._offset
  hidden(document)._write(`${own.id} 0 obj\n${pdfText(own.data)}\nendobj`)
  hidden(document)._refEnd(own)
}

/** Sets a key of the catalogue (ISO 32000-1, 7.7.2) to an object of its own. */
export function setCatalog(
  document: PdfDocument,
  key: string,
  data: Readonly<Record<string, unknown>>,
): void {
  const object = newObject(document, data)
  object.end()
  hidden(document)._root.data[key] = object
}

/** Says by which profile the file's colours are meant (ISO 19005-2, 6.2.3). */
export function writeOutputIntent(
  document: PdfDocument,
  condition: string,
  profile: Uint8Array,
): void {
  const stream = newObject(document, { N: 3 })
  stream.end(profile)
  const intent = newObject(document, {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: new String(condition),
    OutputConditionIdentifier: new String(condition),
    DestOutputProfile: stream,
  })
  intent.end()
  setCatalogValue(document, 'OutputIntents', [intent])
}

/** Sets a key of the catalogue to a value that is no object of its own. */
export function setCatalogValue(document: PdfDocument, key: string, value: unknown): void {
  hidden(document)._root.data[key] = value
}
