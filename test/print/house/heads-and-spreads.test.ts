import { describe, expect } from 'vitest'
import {
  gridLineOf,
  houseRule,
  isOnGrid,
  lines,
  linesOf,
  note,
  notesOn,
  textOn,
} from './house-rule.ts'

/** Notes of one line, more than a page holds. */
const many = [...'abcdefghijklmnopqrst'].map((letter) => `n${letter}`)

describe('heads and facing pages, by the rules of the house:', () => {
  houseRule(
    'a heading never stands at the foot of a page',
    `${lines(5, 'a')}\n\n## Head\n\n${lines(16, 'b')}`,
    (pages) => {
      for (const page of pages) expect(textOn(page).at(-1)).not.toBe('Head')
    },
  )

  houseRule(
    'a heading has two lines of what follows on its page',
    `${lines(4, 'a')}\n\n### Head\n\n${lines(16, 'b')}`,
    (pages) => {
      const texts = textOn(pages.find((each) => textOn(each).includes('Head')))
      expect(texts.slice(texts.indexOf('Head') + 1).length).toBeGreaterThanOrEqual(2)
    },
  )

  houseRule(
    'a heading that follows another stays with it',
    `${lines(3, 'a')}\n\n## Two\n\n### Three\n\n${lines(16, 'b')}`,
    (pages) => {
      for (const page of pages)
        expect(textOn(page).includes('Two')).toBe(textOn(page).includes('Three'))
    },
  )

  houseRule(
    'a heading at the head of a page has no white over it and its text is on the grid',
    `${lines(8, 'a')}\n\n## Head\n\n${lines(9, 'b')}`,
    (pages) => {
      const page = pages[1]
      expect(textOn(page)[0]).toBe('Head')
      expect(gridLineOf(page, 'Head')).toBeLessThan(1)
      expect(isOnGrid(page, 'b1')).toBe(true)
    },
  )

  houseRule(
    'facing pages end on one line',
    `${lines(8, 'a')}\n\n${lines(11, 'b')}\n\n### Head\n\n${lines(20, 'c')}`,
    (pages) => {
      const foot = (index: number): number | undefined =>
        linesOf(pages[index]).findLast(({ owner }) => owner.part === 'text')?.y
      expect(pages[1]).toMatchObject({ side: 'verso' })
      expect(foot(1)).toBe(foot(2))
    },
  )

  houseRule(
    'what no rule allows is set all the same and reported',
    `a1${many.map((name) => `[^${name}]`).join('')}\n\n${lines(8, 'b')}\n\n${many.map((name) => note(1, name)).join('\n\n')}`,
    (pages, diagnostics) => {
      expect(diagnostics.map(({ rule }) => rule)).toContain('crowded-page')
      const set = pages.flatMap(notesOn).map((text) => text.replace(/^\d+ /u, ''))
      expect(set).toEqual(many.map((name) => `${name}1`))
    },
  )

  houseRule(
    'a page that notes leave short is reported where it ends',
    `${lines(4, 'a')}\n\n${lines(3, 'b', { 1: 'x', 2: 'y' })}\n\n${lines(6, 'c')}\n\n${note(3, 'x')}\n\n${note(1, 'y')}`,
    (_, diagnostics) => {
      expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
        [
          'short-page',
          'page 1 ends 4 lines early, since what follows and its notes do not fit on it',
        ],
      ])
    },
  )

  houseRule(
    'what runs off the edge of a page is an error at its place',
    `a1\n\n\`\`\`\nshort\n${'x'.repeat(80)}\n\`\`\`\n`,
    (_, diagnostics) => {
      const off = diagnostics.filter(({ rule }) => rule === 'off-page')
      expect(off.map(({ severity, message }) => [severity, message])).toEqual([
        ['error', `\`${'x'.repeat(39)}…\` runs off page 1, and its reader would not see all of it`],
      ])
    },
  )

  houseRule(
    'a page that ends by the rules is not reported',
    `${lines(20, 'a', { 8: 'x' })}\n\n${note(3, 'x')}`,
    (_, diagnostics) => {
      expect(diagnostics).toEqual([])
    },
  )

  houseRule(
    'a chapter opens under its title without a running head and its folio is at the foot',
    lines(20, 'a'),
    ([first, second]) => {
      const furniture = (page: typeof first): readonly (readonly [string, number])[] =>
        linesOf(page).flatMap(({ owner, y }) =>
          owner.part === 'folio' || owner.part === 'runningHead' ? [[owner.part, y] as const] : [],
        )
      expect(furniture(first)).toEqual([['folio', 235]])
      expect(furniture(second)).toEqual([
        ['folio', 20],
        ['runningHead', 20],
      ])
    },
  )
})
