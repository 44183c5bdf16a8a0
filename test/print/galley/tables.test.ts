import { describe, expect, it } from 'vitest'
import { columnWidths } from '../../../src/print/galley/blocks/column-widths.ts'
import { bookOf, galleyOf } from '../page/tiny.ts'
import { find, linesOf, slugsOf, textOf } from './slugs-of.ts'

const LONG = 'A remark that takes many lines in a column as narrow as those of this small page'

describe('tables, by the rules of the house', () => {
  it('give a short column what it wants before long ones share the rest', () => {
    expect(columnWidths([40, 400, 300], [20, 30, 30], 200)?.[0]).toBe(40)
  })

  it('never give a column less than its widest word', () => {
    const widths = columnWidths([90, 400, 300], [20, 60, 50], 200) ?? []
    expect(widths[1]).toBeGreaterThanOrEqual(60)
    expect(widths[2]).toBeGreaterThanOrEqual(50)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(200)
  })

  it('do not hyphenate ragged cells', async () => {
    const slugs = await slugsOf(
      `| Item | Remark |\n| --- | --- |\n| Item 10 | ${LONG} administration of registration |`,
    )
    for (const { line } of linesOf(slugs)) expect(line.hyphenated).toBe(false)
    expect(slugs.map(textOf).join(' ')).toContain('Item 10')
  })

  it('set no type smaller than 6.5 pt, and report what is too wide', async () => {
    const words = [
      'Donaudampfschifffahrt',
      'Administrativeresponsibility',
      'Kraftfahrzeughaftpflicht',
    ]
    const row = `| ${words.join(' | ')} |`
    const { value, diagnostics } = await galleyOf(bookOf(`${row}\n| --- | --- | --- |\n${row}`))
    const cells = linesOf(value.chapters[0]!.slugs).filter((mark) => mark.owner.part === 'cell')
    for (const { line } of cells) expect(line.runs[0]?.size).toBeGreaterThanOrEqual(6.5)
    expect(cells.some(({ line }) => line.hyphenated) || diagnostics.length > 0).toBe(true)
  })

  it('have the white of the template between the caption and the rule under it', async () => {
    const slugs = await slugsOf(
      'See @tbl-a.\n\n| A | B |\n| --- | --- |\n| c | d |\n\n: Caption {#tbl-a}',
    )
    const marks = slugs.flatMap((slug) => slug.marks)
    const caption = marks.find((mark) => mark.type === 'line' && mark.owner.part === 'caption')
    const rule = marks.find((mark) => mark.type === 'rule')
    // 4 pt under letters that reach a fifth of 8 pt under their baseline.
    expect(rule!.y - caption!.y).toBeCloseTo(4 + 1.6)
  })

  it('hold caption, head and first row in what no page end parts', async () => {
    const slugs = await slugsOf('| A | B |\n| --- | --- |\n| c | d |\n| e | f |\n\n: Caption')
    const whole = find(slugs, 'Table\u00A01')
    expect(textOf(whole).split(' | ').slice(1)).toEqual(['A', 'B', 'c', 'd'])
    expect(whole.closer?.[0]?.y).toBeCloseTo(whole.height)
    expect(whole.opener).toBeUndefined()
  })
})

describe('a table in a note', () => {
  const table = (rows: number): string =>
    ['| A | B |', '| - | - |', ...Array.from({ length: rows }, (_, i) => `| r${i} | v |`)]
      .map((row) => `    ${row}`)
      .join('\n')

  it('is parted between its rows where it is longer than the page', async () => {
    const { value } = await galleyOf(bookOf(`Text.[^1]\n\n[^1]: Note.\n\n${table(70)}\n`))
    const slugs = value.chapters[0]?.notes[0]?.slugs ?? []
    expect(slugs.length).toBeGreaterThan(60)
    expect(Math.max(...slugs.map(({ height }) => height))).toBeLessThan(60)
    expect(slugs.map(textOf).join('\n')).toContain('r69')
  })

  it('is held together where it is short', async () => {
    const { value } = await galleyOf(bookOf(`Text.[^1]\n\n[^1]: Note.\n\n${table(2)}\n`))
    expect(value.chapters[0]?.notes[0]?.slugs).toHaveLength(2)
  })
})
