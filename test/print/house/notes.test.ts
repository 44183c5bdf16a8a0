import { describe, expect } from 'vitest'
import { houseRule, lines, linesOf, note, notesOn, textOn } from './house-rule.ts'

describe('notes, by the rules of the house:', () => {
  houseRule(
    'a note starts on the page of its call',
    `${lines(20, 'a', { 8: 'x' })}\n\n${note(3, 'x')}`,
    (pages) => {
      // The eighth line would fill the page: it goes over with its note.
      expect(textOn(pages[0])).not.toContain('a81')
      expect(textOn(pages[1])).toContain('a81')
      expect(notesOn(pages[1])).toEqual(['1 x1', 'x2', 'x3'])
    },
  )

  houseRule(
    'both notes of a line start on its page',
    `${lines(20, 'a', { 5: 'x][^y' })}\n\n${note(2, 'x')}\n\n${note(2, 'y')}`,
    (pages) => {
      const page = pages.find((each) => textOn(each).includes('a512'))
      expect(notesOn(page)).toEqual(['1 x1', 'x2', '2 y1', 'y2'])
    },
  )

  houseRule(
    'notes stand in the order of their calls',
    `${lines(20, 'a', { 2: 'z', 3: 'y', 4: 'x' })}\n\n${note(1, 'x')}\n\n${note(1, 'y')}\n\n${note(1, 'z')}`,
    (pages) => {
      expect(pages.flatMap(notesOn)).toEqual(['1 z1', '2 y1', '3 x1'])
    },
  )

  houseRule(
    'a note is split only as the last of its page with two lines on either side',
    `${lines(20, 'a', { 2: 'x', 3: 'y' })}\n\n${note(2, 'x')}\n\n${note(13, 'y')}`,
    (pages) => {
      expect(notesOn(pages[0]).slice(0, 4)).toEqual(['1 x1', 'x2', '2 y1', 'y2'])
      const over = notesOn(pages[1])
      expect(over.length).toBeGreaterThanOrEqual(2)
      expect([...notesOn(pages[0]).slice(2), ...over].at(-1)).toBe('y13')
    },
  )

  houseRule(
    'no line of a note stands alone though there were room for one',
    `${lines(7, 'a', { 7: 'x' })}\n\n${lines(12, 'b')}\n\n${note(6, 'x')}`,
    (pages) => {
      for (const page of pages) expect(notesOn(page).length).not.toBe(1)
    },
  )

  houseRule(
    'a note of three lines is never split',
    `${lines(24, 'a', { 4: 'x', 7: 'y' })}\n\n${note(3, 'x')}\n\n${note(3, 'y')}`,
    (pages) => {
      for (const page of pages) expect([0, 3, 6]).toContain(notesOn(page).length)
    },
  )

  houseRule(
    'what goes over of a note bears no number again',
    `${lines(14, 'a', { 2: 'x' })}\n\n${note(20, 'x')}`,
    (pages) => {
      expect(pages.flatMap(notesOn).filter((text) => text.startsWith('1 '))).toEqual(['1 x1'])
      expect(notesOn(pages[1])[0]).toMatch(/^x\d+$/)
    },
  )

  houseRule(
    'notes stand on the foot of their page under a rule and a line of white at the least',
    `${lines(14, 'a', { 2: 'x' })}\n\n${note(2, 'x')}`,
    (pages) => {
      const [page] = pages
      const items = linesOf(page)
      const last = items.filter(({ owner }) => owner.note !== undefined).at(-1)
      expect([-1, 0, 1].map((depth) => 188.5 + 13.5 * depth)).toContain(last?.y)
      const rule = page?.items.find((item) => item.type === 'rule')
      const text = items.filter(({ owner }) => owner.part === 'text' && owner.note === undefined)
      const first = items.find(({ owner }) => owner.note !== undefined)
      expect(rule!.y).toBeGreaterThan(text.at(-1)!.y)
      expect(rule!.y).toBeLessThan(first!.y)
      expect(first!.y - text.at(-1)!.y).toBeGreaterThanOrEqual(13.5 + 10.5 - 1e-6)
    },
  )

  houseRule(
    'a note that is called in a table stands under the page of its row',
    `${lines(4, 'a')}\n\n| A |\n| --- |\n| one |\n| two[^x] |\n| three |\n\n${lines(9, 'b')}\n\n${note(2, 'x')}`,
    (pages) => {
      const page = pages.find((each) => textOn(each).includes('two1'))
      expect(notesOn(page)).toEqual(['1 x1', 'x2'])
    },
  )
})
