import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Book } from '../../../src/model/book.ts'
import { print } from '../../../src/print/print.ts'
import { bookOf, fixture, tinyTemplate } from '../page/tiny.ts'

type Document = Awaited<ReturnType<typeof getDocument>['promise']>

/** A lone chapter whose metadata is hard to write. */
const book: Book = ((plain: Book): Book => ({
  ...plain,
  metadata: {
    ...plain.metadata,
    title: 'Whales & <Men> «Кит»',
    authors: ['Herman Melville', 'A & B'],
    date: '1851-10-18',
    firstFolio: 7,
  },
}))(fixture('notes'))

const make = async (of: Book): Promise<Uint8Array> => {
  const { value } = await print(of, tinyTemplate(), { titlePage: [], colophon: [] })
  if (value === undefined) throw new Error('no edition')
  return value.bytes
}

const open = (bytes: Uint8Array): Promise<Document> =>
  getDocument({ data: bytes.slice(), verbosity: 0 }).promise

interface Text {
  readonly text: string
  readonly x: number
  /** From the head of the page. */
  readonly y: number
}

async function textsOf(document: Document, page: number): Promise<readonly Text[]> {
  const { items } = await (await document.getPage(page)).getTextContent()
  return items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: item.transform[4] as number, y: 250 - (item.transform[5] as number) }]
      : [],
  )
}

describe('the painted file', () => {
  let document: Document
  beforeAll(async () => {
    document = await open(await make(book))
  })

  it('holds the text of the pages, ligatures and superiors as their characters', async () => {
    const texts = (await textsOf(document, 1)).map(({ text }) => text).join('')
    expect(texts).toContain('Call me Ishmael. Some years ago,')
    expect(texts).toContain('ing little or no money in my purse,1')
    expect(texts).not.toContain('\u00AD')
  })

  it('has each line where the page has it', async () => {
    const line = (await textsOf(document, 1)).find(({ text }) => text.startsWith('Call'))
    expect(line?.x).toBeCloseTo(24, 1)
    expect(line?.y).toBeCloseTo(94, 1)
  })

  it('ends justified lines at the measure', async () => {
    const page = await document.getPage(1)
    const { items } = await page.getTextContent()
    const line = items.find((item) => 'str' in item && item.str.startsWith('never'))
    const width = line !== undefined && 'width' in line ? line.width : 0
    // The hyphen hangs out.
    expect(24 + width).toBeGreaterThan(183)
    expect(24 + width).toBeLessThan(188)
  })

  it('names every anchor of the book', async () => {
    const names = Object.keys(await document.getDestinations())
    for (const name of ['notes', 'sec-loomings', 'fn-1', 'fn-2', 'fnref-1', 'fnref-2']) {
      expect(names).toContain(name)
    }
  })

  it('leads from call to note and back', async () => {
    const links = (await (await document.getPage(1)).getAnnotations()).map(
      (each: { dest?: unknown; url?: string }) => each.dest ?? each.url,
    )
    expect(links).toContain('fn-1')
    expect(links).toContain('fnref-1')
    expect(links).toContain('https://example.org/moby-dick/chapter-1.html')
  })

  it('has an outline of the chapter and its headings, open, with their places', async () => {
    const outline = await document.getOutline()
    expect(outline).toMatchObject([
      {
        title: 'Notes',
        dest: 'notes',
        count: 1,
        items: [{ title: 'Loomings', dest: 'sec-loomings' }],
      },
    ])
  })

  it('labels pages with the folios that they bear', async () => {
    expect(await document.getPageLabels()).toEqual(['7', '8', '9'])
  })

  it('has title, author, language and date from the metadata, in XMP too', async () => {
    const { info, metadata } = await document.getMetadata()
    expect(info).toMatchObject({
      Title: 'Notes – Whales & <Men> «Кит»',
      Author: 'Herman Melville, A & B',
      CreationDate: 'D:18511018000000Z',
      Language: 'en',
    })
    expect(metadata?.get('dc:title')).toBe('Notes – Whales & <Men> «Кит»')
    expect(metadata?.get('dc:creator')).toEqual(['Herman Melville', 'A & B'])
  })

  it('embeds every face', async () => {
    const page = await document.getPage(1)
    const operators = await page.getOperatorList()
    const names = operators.fnArray.flatMap((fn, i) =>
      fn === OPS.setFont ? [(operators.argsArray[i] as readonly string[])[0] ?? ''] : [],
    )
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      expect(page.commonObjs.get(name)).toMatchObject({ missingFile: false })
    }
  })

  it('is the same twice', async () => {
    expect(Buffer.from(await make(book)).equals(Buffer.from(await make(book)))).toBe(true)
  })
})

describe('a letter with a mark that is a glyph of its own', () => {
  let page: Awaited<ReturnType<Document['getPage']>>
  beforeAll(async () => {
    const document = await open(await make(bookOf('Over за́мок and замо́к, ṣ̄, ε̄.')))
    page = await document.getPage(1)
  })

  it('is copied as both, in the midst of its word', async () => {
    const { items } = await page.getTextContent({ disableNormalization: true })
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(text).toContain('Over за́мок and замо́к, ṣ̄, ε̄.')
  })

  it('has its mark over it, and what follows where it would be', async () => {
    const { fnArray, argsArray } = await page.getOperatorList()
    const moves = fnArray.flatMap((fn, i) =>
      fn === OPS.showText
        ? (argsArray[i] as [readonly unknown[]])[0].filter((each) => typeof each === 'number')
        : [],
    )
    // No move is wider than a letter: two of them in a row are not read as one number.
    expect(moves.length).toBeGreaterThan(0)
    for (const move of moves) expect(Math.abs(move)).toBeLessThan(700)
  })
})

describe('print', () => {
  it('makes no edition where a character cannot be drawn, and says where it stands', async () => {
    const { value, diagnostics } = await print(fixture('undrawable'), tinyTemplate(), {
      titlePage: [],
      colophon: [],
    })
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([{ rule: 'missing-glyph', position: { start: { line: 5 } } }])
    expect(diagnostics[0]?.message).toContain('U+6F22')
  })

  it('tells the pages to the other editions', async () => {
    const { value } = await print(book, tinyTemplate(), { titlePage: [], colophon: [] })
    expect(value?.pages).toMatchObject([
      { folio: '7', kind: 'text', begins: { index: 0 } },
      { folio: '8', kind: 'text' },
      { folio: '9', kind: 'text' },
    ])
  })
})
