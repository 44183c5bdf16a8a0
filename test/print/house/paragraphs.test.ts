import { describe, expect } from 'vitest'
import { gridLineOf, houseRule, isOnGrid, lines, linesOf, note, textOn } from './house-rule.ts'

describe('paragraphs, by the rules of the house:', () => {
  houseRule(
    'no page ends with the first line of a paragraph',
    `${lines(7, 'a')}\n\n${lines(14, 'b')}`,
    (pages) => {
      for (const page of pages) expect(textOn(page).at(-1)).not.toBe('b1')
    },
  )

  houseRule(
    'no page begins with the last line of a paragraph',
    `${lines(9, 'a')}\n\n${lines(14, 'b')}`,
    (pages) => {
      for (const page of pages) expect(textOn(page)[0]).not.toBe('a9')
    },
  )

  houseRule(
    'a paragraph of three lines is never parted',
    `${lines(6, 'a')}\n\n${lines(3, 'b')}\n\n${lines(12, 'c')}`,
    (pages) => {
      for (const page of pages)
        expect([0, 3]).toContain(textOn(page).filter((text) => text.startsWith('b')).length)
    },
  )

  houseRule(
    'the first paragraph is flush and one that follows another is indented',
    `${lines(2, 'a')}\n\n${lines(2, 'b')}`,
    ([page]) => {
      const startOf = (text: string): number => {
        const item = linesOf(page).find(({ line }) => line.text === text)
        return (item?.x ?? 0) + (item?.line.runs[0]?.x ?? 0)
      }
      expect(startOf('a1')).toBeCloseTo(24, 0)
      expect(startOf('b1')).toBeCloseTo(34, 0)
      expect(startOf('b2')).toBeCloseTo(24, 0)
    },
  )

  houseRule(
    'every line of the text stands on the grid whatever is over it',
    [
      lines(2, 'a'),
      '> said',
      lines(2, 'b'),
      '- item\n- item',
      lines(2, 'c'),
      '### Head',
      lines(2, 'd'),
      '```\ncode\n```',
      lines(2, 'e'),
      '| A |\n| - |\n| b |',
      lines(2, 'f'),
      '---',
      lines(2, 'g'),
    ].join('\n\n'),
    (pages) => {
      for (const page of pages)
        for (const text of textOn(page))
          if (/^[a-g]\d$/u.test(text)) expect(isOnGrid(page, text), text).toBe(true)
    },
  )

  houseRule(
    'the last page of a chapter has five lines where that can be had',
    `${lines(8, 'a')}\n\n${lines(14, 'b', { 2: 'x' })}\n\n${note(1, 'x')}`,
    (pages) => {
      expect(textOn(pages.at(-1))).toEqual(['b10', 'b11', 'b12', 'b13', 'b14'])
    },
  )

  houseRule(
    'a quotation stands in from both edges with white over and under it',
    `${lines(2, 'a')}\n\n> Some words of a quotation that take more than one line.\n\n${lines(2, 'b')}`,
    ([page]) => {
      const quoted = linesOf(page).filter(({ owner }) => owner.path.length === 2)
      expect(quoted.length).toBeGreaterThan(1)
      for (const { x, line } of quoted) {
        expect(x).toBe(24 + 18)
        expect(line.measure).toBe(160 - 2 * 18)
      }
      const last = quoted.at(-1)!
      expect((quoted[0]!.y - 40) / 13.5 - gridLineOf(page, 'a2')).toBeGreaterThanOrEqual(2 - 1e-6)
      expect(gridLineOf(page, 'b1') - (last.y - 40) / 13.5).toBeGreaterThanOrEqual(2 - 1e-6)
    },
  )

  houseRule(
    'code keeps its white and a line too long for it goes on further in',
    '```\nif (x) {\n  call(this, that, the, other, all)\n}\n```\n\nAfter.',
    ([page]) => {
      const code = linesOf(page).filter(({ owner }) => owner.path[0] === 0)
      expect(code[1]?.line.text).toMatch(/^\u2007\u2007call/u)
      const startOf = (index: number): number =>
        (code[index]?.x ?? 0) + (code[index]?.line.runs[0]?.x ?? 0)
      expect(startOf(2)).toBeGreaterThan(startOf(1))
      expect(code.at(-1)?.line.text).toBe('}')
    },
  )

  houseRule(
    'no page ends with the sign that parts two sections',
    `${lines(6, 'a')}\n\n---\n\n${lines(9, 'b')}`,
    (pages) => {
      for (const page of pages) {
        const sign = page.items.find((item) => item.type === 'picture')
        if (sign === undefined) continue
        const after = linesOf(page).filter(({ y, owner }) => owner.part === 'text' && y > sign.y)
        expect(after.length).toBeGreaterThanOrEqual(2)
      }
    },
  )
})
