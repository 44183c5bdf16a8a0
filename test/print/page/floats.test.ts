import { describe, expect, it } from 'vitest'
import { breakPages } from '../../../src/print/page/break-pages.ts'
import type { Page } from '../../../src/print/page/page.ts'
import { frame, lines, note, slug } from './columns.ts'
import { bookOf, galleyOf, pagesOf } from './tiny.ts'

const float = (height: number) => slug({ height, movable: true, keepsOrder: true })
const row = () => slug({ keepsOrder: true, opener: { height: 1 } })

const table = (rows: number, caption: string, name: string): string =>
  [
    '| Item | Remark |',
    '| --- | --- |',
    ...Array.from({ length: rows }, (_, i) => `| ${name} ${i} | Remark |`),
    '',
    `: ${caption} {#tbl-${name}}`,
  ].join('\n')

const textsOf = (page: Page): readonly string[] =>
  page.items.flatMap((item) =>
    item.type === 'line' ? [item.line.text] : item.type === 'picture' ? [item.alt] : [],
  )

describe('tables and figures on pages, by the rules of the house', () => {
  it('begin no table while an earlier figure waits for the next page', () => {
    const text = [...lines(6), float(6), ...lines(2), ...Array.from({ length: 15 }, row)]
    for (const span of breakPages(text, [], frame(10))) {
      if (span.moved !== undefined) expect(span.to).toBeLessThanOrEqual(9)
    }
  })

  it('put no figure at the head of a page on which a table goes on', () => {
    const text = [
      ...lines(3),
      float(6),
      ...lines(2),
      ...Array.from({ length: 25 }, row),
      ...lines(3),
      float(6),
      ...lines(20),
    ]
    for (const span of breakPages(text, [], frame(10))) {
      if (span.received !== undefined) expect(text[span.from]?.opener).toBeUndefined()
    }
  })

  it('keep the order of their numbers', async () => {
    const text = `Before.\n\n${table(4, 'One', 'a')}\n\nBetween.\n\n${table(14, 'Two', 'b')}\n\nAfter.`
    const { value } = await pagesOf(bookOf(`${'Some words of text. '.repeat(12)}\n\n${text}`))
    const captions = value.flatMap(textsOf).filter((each) => /^Table\u00A0\d\./.test(each))
    expect(captions.map((each) => each.slice(0, 7))).toEqual(['Table\u00A01', 'Table\u00A02'])
  })

  it('repeat number and head where a table goes on, and close it with a rule at the break', async () => {
    const { value } = await pagesOf(bookOf(`${table(24, 'Many', 'a')}\n\nAfter.`))
    const parts = value.filter((page) => textsOf(page).some((each) => /^a \d/.test(each)))
    expect(parts.length).toBeGreaterThan(1)
    for (const page of parts.slice(1)) {
      const [first, ...others] = textsOf(page)
      expect(first).toBe('Table\u00A01 (continued)')
      expect(others.slice(0, 2)).toEqual(['Item', 'Remark'])
    }
    for (const page of parts.slice(0, -1)) {
      const cells = page.items.filter((item) => item.type === 'line' && item.owner.part === 'cell')
      const rules = page.items.filter((item) => item.type === 'rule')
      expect(rules.at(-1)!.y).toBeGreaterThan(cells.at(-1)!.y)
    }
  })
})

describe('notes on pages, by the rules of the house', () => {
  it('carry no lines over while there is room for them, though the next page would be fuller', () => {
    const text = [
      ...lines(2),
      slug({ calls: ['a'] }),
      ...lines(4).map((line) => ({ ...line, breakAfter: Infinity })),
      slug({ height: 8 }),
      ...lines(20),
    ]
    const [first] = breakPages(text, [note('a', 9)], frame(10))
    expect(first).toMatchObject({ to: 3, notesTo: 6 + (first?.depth ?? 0) })
  })

  it('finish rather than leave two last lines to the next page', () => {
    const text = [
      ...lines(3),
      slug({ calls: ['a'] }),
      ...lines(2),
      slug({ calls: ['b'] }),
      ...lines(30),
    ]
    const [first] = breakPages(text, [note('a', 3), note('b', 4)], frame(13))
    expect(first).toMatchObject({ to: 6, notesTo: 3 })
  })
})

describe('words at page ends, by the rules of the house', () => {
  /** A page of ten lines over a note; to end it a line earlier costs 100: 80, and 20 for the white. */
  const first = (side: 'recto' | 'verso', hyphenated: boolean) => {
    const text = [slug({ calls: ['a'] }), ...lines(15)].map((line, i) => {
      if (i === 8) return { ...line, breakAfter: 80 }
      return i === 9 ? { ...line, hyphenated } : line
    })
    return breakPages(text, [note('a', 2)], frame(13, side))[0]
  }

  it('are not cut at the turn of a leaf, if another page end is fair', () => {
    expect(first('recto', false)?.to).toBe(10)
    expect(first('recto', true)?.to).not.toBe(10)
  })

  it('may be cut where the next page is beside it', () => {
    expect(first('verso', true)?.to).toBe(10)
  })
})

describe('a table that is called by its number', () => {
  const rows = ['| Item |', '| --- |', '| One |', '| Two |', '', ': Caption {#tbl-a}'].join('\n')
  const isMovable = async (text: string): Promise<boolean> => {
    const { value } = await galleyOf(bookOf(text))
    return value.chapters[0]!.slugs.some(({ movable }) => movable)
  }

  it('may wait for the head of the next page', async () => {
    expect(await isMovable(`As @tbl-a shows.\n\n${rows}`)).toBe(true)
  })

  it('stays where it is written if no text calls it', async () => {
    expect(await isMovable(`As it shows.\n\n${rows}`)).toBe(false)
  })
})
