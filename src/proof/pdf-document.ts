import type { PDFDocumentProxy } from 'pdfjs-dist'
import { messageOf } from './container.ts'
import { readPage, type PdfPage } from './pdf-page.ts'
import { warmUp } from './pdfjs.ts'
import { UnreadableEdition } from './reading.ts'

/** A PDF as pdf.js reads it. */
export interface PdfDocument {
  readonly pages: readonly PdfPage[]
  /** Named destinations (ISO 32000-1, 12.3.2.3). */
  readonly destinations: ReadonlyMap<string, PdfPlace>
}

export interface PdfPlace {
  /** Index of the page, from 0. */
  readonly page: number
  readonly x: number
  readonly y: number
}

/** Reads every page and every named place. Throws `UnreadableEdition` where pdf.js cannot open the file. */
export async function readDocument(bytes: Uint8Array): Promise<PdfDocument> {
  const { pdfjs, newWorker } = await warmUp()
  const worker = newWorker()
  const task = pdfjs.getDocument({
    worker,
    // A copy: pdf.js takes the buffer for itself.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    // Pictures are not looked at: none is decoded.
    maxImageSize: 1,
  })
  try {
    const document = await task.promise
    const labels = await document.getPageLabels()
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) =>
        readPage(
          await document.getPage(index + 1),
          labels?.[index] ?? String(index + 1),
          pdfjs.OPS,
        ),
      ),
    )
    return { pages, destinations: await destinationsOf(document) }
  } catch (error) {
    throw new UnreadableEdition(`pdf.js cannot read it: ${messageOf(error)}`)
  } finally {
    await task.destroy()
    worker.destroy()
  }
}

async function destinationsOf(document: PDFDocumentProxy): Promise<Map<string, PdfPlace>> {
  const places = new Map<string, PdfPlace>()
  const named = (await document.getDestinations()) as Readonly<Record<string, unknown>>
  const pages = new Map<string, number>()
  for (const [name, destination] of Object.entries(named)) {
    if (!Array.isArray(destination)) continue
    const [reference, , x, y] = destination as [
      { num: number; gen: number },
      unknown,
      number,
      number,
    ]
    const key = `${reference.num} ${reference.gen}`
    const page = pages.get(key) ?? (await document.getPageIndex(reference))
    pages.set(key, page)
    places.set(name, { page, x, y })
  }
  return places
}
