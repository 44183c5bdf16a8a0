import { describe, expect, it } from 'vitest'
import type { Book } from '../../../src/model/book.ts'
import type { Page, Placed } from '../../../src/print/page/page.ts'
import { bookOf, fixture, pagesOf } from './tiny.ts'

const textsOf = (page: Page, part: string): readonly string[] =>
  page.items.flatMap((item) =>
    item.type === 'line' && item.owner.part === part ? [item.line.text] : [],
  )
const isLine = (item: Placed): item is Placed & { type: 'line' } => item.type === 'line'

/** A book of the same chapter twice, under two ids. */
function twice(book: Book): Book {
  const [chapter] = book.parts
  if (chapter?.type !== 'chapter') throw new Error('no chapter')
  return {
    ...book,
    parts: [
      { ...chapter, id: 'one' },
      { ...chapter, id: 'two' },
    ],
  }
}

describe('paginate', () => {
  it('numbers pages from the first folio, which says the side', async () => {
    const { value } = await pagesOf(fixture('notes'), { firstFolio: 214 })
    const text = value.filter((page) => page.kind === 'text')
    expect(text[0]).toMatchObject({ folio: '214', side: 'verso' })
    expect(text[1]).toMatchObject({ folio: '215', side: 'recto' })
  })

  it('puts a blank page before a text that begins on the other side', async () => {
    const { value } = await pagesOf(fixture('notes'), { firstFolio: 214 })
    expect(value[0]).toMatchObject({ kind: 'blank', folio: 'i', side: 'recto' })
  })

  it('has no running head on the page where a chapter opens, and its folio at the foot', async () => {
    const { value } = await pagesOf(fixture('notes'))
    expect(textsOf(value[0]!, 'runningHead')).toEqual([])
    const folio = value[0]!.items.filter(isLine).find((item) => item.owner.part === 'folio')
    expect(folio?.y).toBe(235)
  })

  it('puts the inner margin at the spine', async () => {
    const { value } = await pagesOf(fixture('notes'))
    const start = (page: Page): number =>
      Math.min(...page.items.filter(isLine).map((item) => item.x))
    expect(start(value[0]!)).toBe(24)
    expect(start(value[1]!)).toBe(16)
  })

  it('fills a reference to a page with the folio of its target', async () => {
    const { value } = await pagesOf(fixture('notes'), { firstFolio: 7 })
    const heading = value.find((page) =>
      page.items.some((item) => item.type === 'anchor' && item.name === 'sec-loomings'),
    )
    const text = value.flatMap((page) => page.items.filter(isLine).map((item) => item.line.text))
    expect(text.join(' ').replaceAll('\u00A0', ' ')).toContain(`page ${heading?.folio}`)
  })

  it('sets every note on the page of its call', async () => {
    const { value } = await pagesOf(fixture('notes'))
    for (const page of value) {
      const lines = page.items.filter(isLine)
      const called = lines.flatMap((item) => (item.owner.note ? [] : item.line.calls))
      const noted = new Set(lines.flatMap((item) => item.owner.note ?? []))
      for (const anchor of called) expect(noted).toContain(anchor)
    }
  })

  it('begins two notes of more than a page on the page that calls both in one line', async () => {
    const long = 'Some words of a long note. '.repeat(40)
    const text = `One[^a] and two.[^b]\n\n${'More words. '.repeat(80)}\n\n[^a]: ${long}\n\n[^b]: ${long}`
    const { value, diagnostics } = await pagesOf(bookOf(text))
    expect(diagnostics).toEqual([])
    const placed = (name: string): number =>
      value.findIndex((page) =>
        page.items.some((item) => item.type === 'anchor' && item.name.endsWith(name)),
      )
    const [call] = value.flatMap((page, i) =>
      page.items.some((item) => isLine(item) && item.line.calls.length === 2) ? [i] : [],
    )
    expect([placed('-a'), placed('-b')]).toEqual([call, call])
    expect(placed('-a resumed')).toBe((call ?? 0) + 1)
    const resumed = value.flatMap((page) =>
      page.items.filter((item) => item.type === 'picture').map((item) => item.alt),
    )
    expect(resumed).toEqual(['1', '2'])
  })

  it('says which note cannot begin on the page of its call', async () => {
    const labels = Array.from({ length: 20 }, (_, i) => `n${i}`)
    const calls = labels.map((label) => `[^${label}]`).join('')
    const notes = labels.map((label) => `[^${label}]: A note of one line.`).join('\n\n')
    const { diagnostics } = await pagesOf(bookOf(`Words.${calls}\n\n${notes}`))
    const late = diagnostics.find(({ rule }) => rule === 'late-note')
    expect(late).toMatchObject({ severity: 'error', position: { start: { line: 5 } } })
    expect(late?.message).toMatch(/^note 1\d cannot begin on page \d, where it is called/u)
  })

  it('opens the chapters of a book on right-hand pages, after contents with their folios', async () => {
    const { value } = await pagesOf(twice(fixture('notes')))
    const contents = value.filter((page) => page.kind === 'contents')
    expect(contents[0]?.folio).toBe('i')
    const openings = ['one', 'two'].map((id) => value.find((page) => page.chapter === id))
    for (const page of openings) expect(page?.side).toBe('recto')
    expect(textsOf(contents[0]!, 'text')).toContain(openings[1]?.folio)
  })

  it('stamps every page of an edition that is not final, and cuts no head short for it', async () => {
    const stamp = 'Embargoed until December 15'
    const options = { stamp, firstFolio: 2 }
    const { value } = await pagesOf(fixture('notes'), options)
    const plain = (await pagesOf(fixture('notes'), { firstFolio: 2 })).value
    expect(value.some((page) => page.kind === 'blank')).toBe(true)
    value.forEach((page, index) => {
      const heads = textsOf(page, 'runningHead')
      expect(heads.filter((each) => each === stamp)).toHaveLength(1)
      expect(heads.filter((each) => each !== stamp)).toEqual(textsOf(plain[index]!, 'runningHead'))
    })
  })

  it('says with which character of the book each page begins', async () => {
    const book = fixture('notes')
    const { value } = await pagesOf(book)
    const begins = value.flatMap((page) => page.begins ?? [])
    expect(begins.length).toBe(value.length)
    for (const [i, point] of begins.slice(1).entries()) {
      const before = begins[i]!
      const isLater =
        point.node > before.node || (point.node === before.node && point.index > before.index)
      expect(isLater).toBe(true)
    }
  })
})
