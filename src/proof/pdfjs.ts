import type * as PdfJs from 'pdfjs-dist'
import { DirectPort } from './direct-port.ts'

/** pdf.js with a worker of its own in this thread. */
export interface LoadedPdfJs {
  readonly pdfjs: typeof PdfJs
  /** To be destroyed after use. */
  readonly newWorker: () => PdfJs.PDFWorker
}

let loaded: Promise<LoadedPdfJs> | undefined

/**
 * Loads pdf.js, once. That takes a third of a second: called early, it passes while editions are made.
 * The half that would be a worker runs in this thread: one of its own would have to load and compile
 * all of it again, while the embedded pandoc takes the machine's other core.
 */
export function warmUp(): Promise<LoadedPdfJs> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<LoadedPdfJs> {
  withoutCanvas()
  const [pdfjs, { WorkerMessageHandler }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.min.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
  ])
  const newWorker = (): PdfJs.PDFWorker => {
    const port = new DirectPort()
    WorkerMessageHandler.initializeFromPort(port)
    return new pdfjs.PDFWorker({ port: port as never, verbosity: 0 })
  }
  return { pdfjs, newWorker }
}

/** Stands in for three classes of browsers that pdf.js names while it loads, and needs for drawing alone. */
function withoutCanvas(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
}
