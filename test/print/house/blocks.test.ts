import { describe, expect } from 'vitest'
import { houseRule, lines, linesOf, textOn } from './house-rule.ts'

const rows = (count: number, name: string): string =>
  ['| Item |', '| --- |', ...Array.from({ length: count }, (_, i) => `| ${name}${i + 1} |`)].join(
    '\n',
  )

const figure = (name: string, file: string): string =>
  `![Caption of ${name}](${file}){#fig-${name} alt="A box"}`

describe('lists, tables and figures, by the rules of the house:', () => {
  houseRule(
    'two items of a list stand with its introduction',
    `${lines(6, 'a')}\n\nThese are:\n\n- one\n- two\n- three\n- four\n- five\n\n${lines(9, 'b')}`,
    (pages) => {
      const texts = textOn(pages.find((each) => textOn(each).includes('These are:')))
      expect(texts).toContain('• two')
    },
  )

  houseRule(
    'an item of a list hangs after its marker and a nested list under its text',
    '- one goes on over more than a line of this page\n  - inner\n    - innermost\n- two\n\n9. nine\n10. ten',
    ([page]) => {
      const startOf = (text: string): number => {
        const item = linesOf(page).find(({ line }) => line.text.endsWith(text))!
        return item.x + item.line.runs.at(-1)!.x
      }
      expect(startOf('inner')).toBeGreaterThan(startOf('two'))
      expect(startOf('innermost')).toBeGreaterThan(startOf('inner'))
      expect(startOf('nine')).toBeCloseTo(startOf('ten'), 0)
    },
  )

  houseRule(
    'the head of a table is set again where the table goes on',
    `As @tbl-t says.\n\n${rows(16, 'r')}\n\n: Caption {#tbl-t}`,
    (pages) => {
      const parts = pages.filter((page) => textOn(page).some((text) => /^r\d/u.test(text)))
      expect(parts.length).toBeGreaterThan(1)
      for (const page of parts.slice(1)) {
        expect(textOn(page)[0]).toBe('Item')
        expect(linesOf(page)[0]?.owner.part).toBe('repeat')
        expect(
          page.items.some((item) => item.type === 'picture' && /continued/u.test(item.alt)),
        ).toBe(true)
      }
    },
  )

  houseRule(
    'a row that no page holds goes on over the leaf under the head of its table',
    `a1\n\n| Item | Remark |\n| --- | --- |\n| one | ${Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ')} |\n| two | end |`,
    (pages, diagnostics) => {
      expect(diagnostics).toEqual([])
      const words = pages
        .flatMap(textOn)
        .join(' ')
        .match(/word\d+/gu)
      expect(words).toEqual(Array.from({ length: 90 }, (_, i) => `word${i}`))
      for (const page of pages.filter((page) => textOn(page).some((text) => /word/u.test(text))))
        expect(textOn(page).filter((text) => text === 'Remark')).toHaveLength(1)
    },
  )

  houseRule(
    'no row of a table is cut and no row stands alone under its head',
    `${lines(4, 'a')}\n\n| Item | Remark |\n| --- | --- |\n${Array.from({ length: 6 }, (_, i) => `| r${i} | long words of row${i}, more than one line holds, end${i} |`).join('\n')}`,
    (pages) => {
      for (const page of pages) {
        const own = linesOf(page).filter(({ owner }) => owner.part === 'cell')
        const seen = new Set(own.map(({ owner }) => owner.row))
        const text = own.map(({ line }) => line.text).join(' ')
        for (const row of seen) if (row !== -1) expect(text).toContain(`end${row}`)
        if (seen.has(-1)) expect(seen.size).toBeGreaterThanOrEqual(3)
      }
    },
  )

  houseRule(
    'a table that ends a page whole has three rules',
    `As @tbl-t says.\n\n${rows(3, 'r')}\n\n: Caption {#tbl-t}`,
    ([page]) => {
      const rules = page?.items.filter(({ type }) => type === 'rule')
      expect(rules).toHaveLength(3)
    },
  )

  houseRule(
    'the caption of a table stands over it and stays with it',
    `${lines(6, 'a')}\n\nAs @tbl-t says.\n\n${rows(3, 'r')}\n\n: Caption {#tbl-t}\n\n${lines(9, 'b')}`,
    (pages) => {
      const page = pages.find((each) => textOn(each).includes('r1'))
      const [caption, head] = ['Table\u00A01. Caption', 'Item'].map((text) =>
        textOn(page).indexOf(text),
      )
      expect(caption).toBeGreaterThanOrEqual(0)
      expect(head).toBe(caption! + 1)
    },
  )

  houseRule(
    'a figure that the text calls by its number may wait for the head of the next page',
    `As @fig-x shows.\n\n${lines(3, 'a')}\n\n${figure('x', 'high.svg')}\n\n${lines(12, 'b')}`,
    (pages) => {
      expect(textOn(pages[0])).toContain('b1')
      expect(pages[0]?.items.some((item) => item.type === 'picture')).toBe(false)
      expect(
        pages[1]?.items.find((item) => item.type === 'picture' || item.type === 'line')?.type,
      ).toBe('picture')
    },
  )

  houseRule(
    'a figure that nothing calls stays between what it was written between',
    `It shows.\n\n${lines(3, 'a')}\n\n${figure('x', 'high.svg')}\n\n${lines(12, 'b')}`,
    (pages) => {
      expect(textOn(pages[0])).not.toContain('b1')
      const page = pages.find((each) => each.items.some((item) => item.type === 'picture'))
      expect(textOn(page)).toContain('b1')
    },
  )

  houseRule(
    'the caption of a figure stands under it on its page',
    `${lines(2, 'a')}\n\n${figure('x', 'low.svg')}\n\n${lines(9, 'b')}`,
    (pages) => {
      const page = pages.find((each) => each.items.some((item) => item.type === 'picture'))
      const picture = page?.items.find((item) => item.type === 'picture')
      const caption = linesOf(page).find(({ owner }) => owner.part === 'caption')
      expect(caption?.line.text).toBe('Figure\u00A01. Caption of x')
      expect(caption!.y).toBeGreaterThan(
        picture!.y + (picture?.type === 'picture' ? picture.height : 0),
      )
    },
  )

  houseRule(
    'figures keep the order of their numbers',
    `As @fig-x and @fig-y show.\n\n${lines(3, 'a')}\n\n${figure('x', 'high.svg')}\n\n${lines(2, 'b')}\n\n${figure('y', 'low.svg')}\n\n${lines(14, 'c')}`,
    (pages) => {
      const captions = pages.flatMap(textOn).filter((text) => text.startsWith('Figure'))
      expect(captions.map((text) => text.slice(0, 8))).toEqual(['Figure\u00A01', 'Figure\u00A02'])
    },
  )
})
