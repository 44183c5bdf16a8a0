import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { epub } from '../../src/epub/epub.ts'
import { frontMatterOf } from '../../src/matter.ts'
import type { Book } from '../../src/model/book.ts'
import { layOut, pageMapOf } from '../../src/print/lay-out.ts'
import { printPages } from '../../src/print/print.ts'
import { readAndCheck } from '../../src/read-and-check.ts'
import { punctuate } from '../../src/template/punctuation.ts'
import type { Template } from '../../src/template/template.ts'
import { honestBooks } from '../proof/books.ts'
import { bookOf, template } from '../proof/editions.ts'

/** Letters alone: figures of calls, hyphens and white space differ between page and screen. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}]+/gu, '')

interface PdfPage {
  readonly label: string
  /** What stands under the running head, notes and all. */
  readonly text: string
}

async function pagesOfPdf(bytes: Uint8Array, { page }: Template): Promise<PdfPage[]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const labels = (await pdf.getPageLabels()) ?? []
  return Promise.all(
    labels.map(async (label, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent()
      const text = items.flatMap((item) => {
        if (!('str' in item)) return []
        const y = page.height - (item.transform[5] as number)
        return y < page.headBaseline + 1 || y > page.footBaseline - 1 ? [] : [item.str]
      })
      return { label, text: letters(text.join(' ')) }
    }),
  )
}

/** The folio and the letters after each mark of a printed page, up to the next. */
function marksIn(files: Record<string, Uint8Array>): { folio: string; text: string }[] {
  const spine = [...strFromU8(files['EPUB/package.opf']!).matchAll(/<itemref idref="([^"]+)"/gu)]
  const whole = spine
    .map(([, id]) => {
      const [, href] = new RegExp(`<item id="${id}" href="([^"]+)"`, 'u').exec(
        strFromU8(files['EPUB/package.opf']!),
      )!
      const [, body = ''] = /<body[^>]*>(.*)<\/body>/su.exec(strFromU8(files[`EPUB/${href}`]!))!
      return id === 'nav' ? '' : body
    })
    .join('')
  return whole
    .split(/<span epub:type="pagebreak" role="doc-pagebreak" id="[^"]*" aria-label="/u)
    .slice(1)
    .map((part) => {
      const [, folio = '', rest = ''] = /^([^"]+)" \/>(.*)$/su.exec(part)!
      const text = rest
        .replace(/<section class="notes".*?<\/section>/gsu, '')
        .replace(/<[^>]*>/gu, ' ')
        .replace(/&#x([0-9a-f]+);/giu, (_, code: string) =>
          String.fromCodePoint(Number.parseInt(code, 16)),
        )
        .replace(/&\w+;/gu, ' ')
      return { folio, text: letters(text) }
    })
}

/** What may stand before a page's own text: a figure or table that waited for the page, the head of a table that goes on. */
const isRepeated = (text: string, files: Record<string, Uint8Array>): boolean =>
  /^(?:Figure|Table)/u.test(text) ||
  Object.values(files).some((bytes) =>
    [...strFromU8(bytes).matchAll(/<thead>(.*?)<\/thead>/gsu)].some(([, head = '']) =>
      letters(head.replace(/<[^>]*>/gu, ' ')).startsWith(text.slice(0, 10)),
    ),
  )

async function editionsOf(book: Book, style: Template) {
  const matter = frontMatterOf(book, style, 'source')
  const { value: layout } = await layOut(book, style, matter)
  if (layout === undefined) throw new Error('no layout')
  const pages = pageMapOf(layout)
  const { value } = await epub(book, style, matter, pages)
  return { pages, pdf: printPages(book, style, layout).bytes, epub: unzipSync(value!.bytes) }
}

function sampleChapter(): { book: Book; style: Template } {
  const { value } = readAndCheck({ path: 'source' }, { today: '2021-01-01' }, 'making')
  if (value?.template === undefined) throw new Error('the chapter cannot be read')
  return { book: punctuate(value.book, value.template), style: value.template }
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="90" viewBox="0 0 100 90"><rect width="100" height="90"/></svg>'

/** What pages may begin with: code, references, drawings, tables without captions, an index over pages. */
function manyBeginnings(): Book {
  const lines = (word: string, count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `${word} ${'abcdefghij'[at % 10]}${'klmnopqrst'[(at / 10) | 0]}`,
    ).join('\n')
  const notes = Array.from(
    { length: 90 },
    (_, at) =>
      `[^n${at}]: <https://host-${at % 7}.example.org/${'long/path/'.repeat(at % 9)}page-${at}>`,
  )
  const calls = notes.map(
    (_, at) => `Words of sentence with a call.[^n${at}] @sec-a and @fn-n3 say so.`,
  )
  const one = `# One\n\n## A {#sec-a}\n\n~~~\n${lines('code', 90)}\n~~~\n\n${calls.join(' ')}\n\n${notes.join('\n\n')}\n`
  const figures = Array.from(
    { length: 6 },
    (_, at) => `![${at % 2 === 0 ? '' : 'Said of it'}](d.svg){#fig-${at} alt="drawn"}\n`,
  )
  const two = `# Two\n\n${figures.join('\n')}\n\n| a | b |\n| - | - |\n${lines('| cell | of', 70).replaceAll('\n', ' |\n')} |\n`
  return bookOf({ 'one.md': one, 'two.md': two }, 'sources-index: true', { 'd.svg': svg })
}

const books: [string, () => { book: Book; style: Template }][] = [
  ['the chapter', sampleChapter],
  ['pages of many beginnings', () => ({ book: manyBeginnings(), style: template })],
  ...Object.entries(honestBooks).map(([name, bookOf]): (typeof books)[number] => [
    name,
    () => ({ book: bookOf(), style: template }),
  ]),
]

describe.each(books)('printed pages in the EPUB of %s', (_, of) => {
  it('are marked before their first character, and listed in order', async () => {
    const { book, style } = of()
    const { pages, pdf, epub: files } = await editionsOf(book, style)
    const printed = await pagesOfPdf(pdf, style)
    const marks = marksIn(files)
    const listed = [
      ...(strFromU8(files['EPUB/nav.xhtml']!).split('doc-pagelist')[1] ?? '').matchAll(
        />([^<]+)<\/a>/gu,
      ),
    ].map(([, folio]) => folio)
    expect(listed).toEqual(marks.map(({ folio }) => folio))
    expect(printed.map(({ label }) => label)).toEqual(pages.map(({ folio }) => folio))
    for (const { folio, text } of marks) {
      const page = printed.find(({ label }) => label === folio)?.text ?? ''
      const wanted = text.slice(0, Math.min(20, page.length))
      const before = page.slice(0, page.indexOf(wanted))
      expect(page, `page ${folio}`).toContain(wanted)
      if (before !== '') expect(isRepeated(before, files), `page ${folio}: ${before}`).toBe(true)
    }
    const without = pages.filter(({ folio }) => !listed.includes(folio))
    for (const { folio, kind } of without)
      if (kind === 'text')
        expect(printed.find(({ label }) => label === folio)?.text, folio).toBe('')
      else expect(['blank', 'contents']).toContain(kind)
  })
})
