import { inflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { pressInks, screenInks } from '../../../src/print/paint/inks.ts'
import { print } from '../../../src/print/print.ts'
import { fixture, tinyTemplate } from '../page/tiny.ts'

const matter = { titlePage: [], colophon: [] }

async function made(marks: boolean): Promise<PDFDocument> {
  const { value } = await print(fixture('blocks'), tinyTemplate(), matter, { press: { marks } })
  if (value === undefined) throw new Error('no edition')
  return PDFDocument.load(value.bytes)
}

/** Operators of a page's content. */
function operatorsOf(document: PDFDocument, page: number): string {
  const contents = document.getPage(page).node.lookup(PDFName.of('Contents'))
  if (!(contents instanceof PDFRawStream)) throw new Error('no content')
  return inflateSync(contents.getContents()).toString('latin1')
}

describe('the edition for the press', () => {
  let document: PDFDocument
  beforeAll(async () => {
    document = await made(true)
  })

  it('is trimmed to the size of the page, with 3 mm of bleed around', () => {
    const page = document.getPage(0)
    expect(page.getTrimBox()).toEqual({ x: 0, y: 0, width: 200, height: 250 })
    expect(page.getBleedBox().x).toBeCloseTo(-8.504, 2)
    expect(page.getBleedBox().width).toBeCloseTo(200 + 2 * 8.504, 2)
    expect(page.getMediaBox().width).toBeGreaterThan(page.getBleedBox().width)
  })

  it('has no colour but the four inks, and sets type in black ink alone', () => {
    const operators = operatorsOf(document, 0)
    expect(operators).toContain('\n0 0 0 1 k')
    expect(operators).not.toMatch(/\s(?:rg|RG|g|G)$/mu)
  })

  it('has crop marks that stay off the bleed, where they are wanted', async () => {
    expect(operatorsOf(document, 0)).toContain('1 1 1 1 K')
    expect(operatorsOf(await made(false), 0)).not.toContain('1 1 1 1 K')
  })

  it('does not say that it is PDF/A', () => {
    const metadata = document.catalog.lookup(PDFName.of('Metadata'))
    const xmp = Buffer.from((metadata as PDFRawStream).getContents()).toString('utf8')
    expect(xmp).not.toContain('pdfaid:part')
    expect(document.catalog.has(PDFName.of('OutputIntents'))).toBe(false)
  })
})

describe('inks', () => {
  it('are those that the template gives a colour', () => {
    const inks = pressInks({ '#1f4e79': [0.95, 0.6, 0.15, 0.3] })
    expect(inks.fill('#1F4E79')).toBe('0.95 0.6 0.15 0.3 k')
  })

  it('are reckoned for any other, grey in black ink alone', () => {
    const inks = pressInks({})
    expect(inks.fill('#ff0000')).toBe('0 1 1 0 k')
    expect(inks.stroke('#808080')).toBe('0 0 0 0.498 K')
    expect(inks.fill('#000000')).toBe('0 0 0 1 k')
  })

  it('are light on a screen', () => {
    expect(screenInks.fill('#ff0000')).toBe('1 0 0 rg')
    expect(screenInks.stroke('#000000')).toBe('0 G')
  })
})
