import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, temporary } from '../programs.ts'

/** Reads the text of every page of a PDF, in the order in which it is painted. */
export type ReadPages = (bytes: Uint8Array) => Promise<readonly string[]>

/** By poppler: `pdftotext -raw`, whose pages end in a form feed. */
export const byPoppler: ReadPages = (bytes) => {
  const file = join(temporary(), 'edition.pdf')
  writeFileSync(file, bytes)
  const pages = run('pdftotext', '-raw', '-enc', 'UTF-8', file, '-').split('\f')
  return Promise.resolve(pages.slice(0, -1))
}

interface TextItem {
  readonly str?: string
  readonly hasEOL?: boolean
}

/** By pdf.js: `getTextContent`, as a browser's reader copies a page. */
export const byPdfJs: ReadPages = async (bytes) => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    pages.push(
      (items as readonly TextItem[])
        .map(({ str = '', hasEOL }) => str + (hasEOL === true ? '\n' : ''))
        .join(''),
    )
  }
  await task.destroy()
  return pages
}
