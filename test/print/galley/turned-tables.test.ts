import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../src/print/galley/galley.ts'
import type { Page } from '../../../src/print/page/page.ts'
import { pt } from '../../../src/unit/length.ts'
import { bookOf, galleyOf, pagesOf, tinyTemplate } from '../page/tiny.ts'

/** A page of 160 pt by 30 lines: on its side a table has twice the room. */
const template = tinyTemplate((tiny) => ({
  ...tiny,
  page: { ...tiny.page, height: pt(500), lines: 30, footBaseline: pt(480) },
}))

const words = ['Administration', 'Telecommunication', 'Infrastructure', 'Responsibilities']
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A table of four columns whose words have no room beside one another upright. */
const wide = (rows: number, call = ''): string =>
  [
    row(words),
    row(words.map(() => '---')),
    ...Array.from({ length: rows }, (_, i) =>
      row(words.map((word, column) => (column === 0 ? `Row ${i}${i === 0 ? call : ''}` : word))),
    ),
    '',
    ': Wide {#tbl-wide}',
  ].join('\n')

const linesOf = (marks: readonly Mark[]): readonly (Mark & { type: 'line' })[] =>
  marks.filter((mark) => mark.type === 'line')
const cellsOf = (page: Page): readonly (Mark & { type: 'line' })[] =>
  linesOf(page.items).filter(({ owner }) => owner.part === 'cell')

describe('a table wider than the page', () => {
  it('stands on its side, whole words in type of full size, its head at the left', async () => {
    const { value, diagnostics } = await galleyOf(bookOf(wide(3)), template)
    expect(diagnostics).toEqual([])
    const [slug] = value.chapters[0]!.slugs.filter(({ marks }) =>
      linesOf(marks).some(({ isTurned }) => isTurned === true),
    )
    const cells = linesOf(slug!.marks).filter(({ owner }) => owner.part === 'cell')
    for (const { line } of cells) expect(line.hyphenated).toBe(false)
    const [head, first, second] = [-1, 0, 1].map((index) =>
      cells.find(({ owner }) => owner.row === index && owner.column === 0),
    )
    expect(first!.x).toBeGreaterThan(head!.x)
    expect(second!.x).toBeGreaterThan(first!.x)
    // The second column is over the first: the lines run up the page.
    const other = cells.find(({ owner }) => owner.row === 0 && owner.column === 1)
    expect(other!.y).toBeLessThan(first!.y)
    expect(other!.x).toBeCloseTo(first!.x)
  })

  it('has nothing but its notes on its page', async () => {
    const text = `Before.\n\n${wide(3, '[^a]')}\n\nAfter.\n\n[^a]: A note on the table.`
    const { value } = await pagesOf(bookOf(text), {}, template)
    const page = value.find((each) => cellsOf(each).length > 0)!
    const others = linesOf(page.items).filter(({ isTurned }) => isTurned !== true)
    const body = others.filter(({ owner }) => owner.part === 'text')
    expect(body.map(({ line, owner }) => [owner.note !== undefined, line.text])).toEqual([
      [true, '1 A note on the table.'],
    ])
    for (const cell of cellsOf(page)) expect(cell.y).toBeLessThan(body[0]!.y)
  })

  it('waits for the next page while the text that refers to it fills this one', async () => {
    const text = `See @tbl-wide.\n\n${wide(3)}\n\n${'Some words of text. '.repeat(60)}`
    const { value, diagnostics } = await pagesOf(bookOf(text), {}, template)
    expect(diagnostics).toEqual([])
    expect(value.findIndex((page) => cellsOf(page).length > 0)).toBe(1)
    expect(linesOf(value[0]!.items).length).toBeGreaterThan(20)
  })

  it('goes on with its number and head on a second page', async () => {
    const { value } = await pagesOf(bookOf(wide(16)), {}, template)
    const pages = value.filter((page) => cellsOf(page).length > 0)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages.slice(1)) {
      const label = page.items.find((item) => item.type === 'picture')
      expect(label).toMatchObject({ alt: 'Table\u00A01 (continued)', isTurned: true })
      const heads = linesOf(page.items).filter(({ owner }) => owner.part === 'repeat')
      expect(heads.map(({ line }) => line.text)).toEqual(words)
    }
  })

  it('stays upright where turning it is no help, and where few columns can be cut', async () => {
    const two =
      '| Donaudampfschifffahrtskapitän | Kraftfahrzeughaftpflicht |\n| --- | --- |\n| a | b |'
    const { value } = await galleyOf(bookOf(two), template)
    const marks = value.chapters[0]!.slugs.flatMap((slug) => slug.marks)
    expect(linesOf(marks).some(({ isTurned }) => isTurned === true)).toBe(false)
  })
})
