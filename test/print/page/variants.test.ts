import { describe, expect, it } from 'vitest'
import { breakPages, type Breakable } from '../../../src/print/page/break-pages.ts'
import type { Variant } from '../../../src/print/galley/galley.ts'
import { frame, heading, lines, note, paragraph, slug } from './columns.ts'

/** A paragraph of so many lines that may be set in `by` more. */
const elastic = (count: number, by: 1 | -1, price = 50): readonly Breakable[] => {
  const variant: Variant = { lines: by, price, count, set: [] }
  return paragraph(count).map((line, i) =>
    i === 0 ? { ...line, variants: () => [variant] } : line,
  )
}
const chosen = (text: readonly Breakable[], count = 10) =>
  breakPages(text, [note('a', 6)], frame(count)).map(({ variants = [] }) =>
    variants.map(({ at, variant }) => `${at} ${variant.lines > 0 ? '+' : ''}${variant.lines}`),
  )
/** A line that calls a note of six lines, so that a page with four lines more has no room for both. */
const call = slug({ calls: ['a'] })

describe('a paragraph is set a line longer or shorter', () => {
  // Three lines and a paragraph of five fill eight of ten lines; what follows goes to the next page.
  const unfilled = (five: readonly Breakable[]) => [
    ...lines(3),
    ...five,
    ...paragraph(3),
    call,
    ...lines(12),
  ]

  it('only where a page is filled ill', () => {
    expect(chosen([...lines(4), ...elastic(6, 1), ...lines(10), call]).flat()).toEqual([])
  })

  it('where the page is filled by it', () => {
    expect(chosen(unfilled(elastic(5, 1)))[0]).toEqual(['3 +1'])
  })

  it('not where that costs more than the white', () => {
    expect(chosen(unfilled(elastic(5, 1, 5_000))).flat()).toEqual([])
  })

  it('where a line less lets the page hold what follows', () => {
    expect(chosen(unfilled(elastic(5, -1)))[0]).toEqual(['3 -1'])
  })

  it('never where a page end parts it', () => {
    const long = elastic(14, 1)
    expect(chosen([...long, ...paragraph(3), call, ...lines(12)]).flat()).toEqual([])
  })
})

it('a line of white is added over a heading, but not where it opens the page', () => {
  const variant: Variant = { lines: 1, price: 90, count: 1 }
  const head = { ...heading(), variants: () => [variant] }
  const text = [...lines(3), head, ...lines(3), ...paragraph(3), call, ...lines(12)]
  expect(chosen(text)[0]).toEqual(['3 +1'])
  expect(chosen(text.slice(3)).flat()).not.toContain('0 +1')
})
