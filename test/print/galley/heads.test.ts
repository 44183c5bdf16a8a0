import { describe, expect, it } from 'vitest'
import { bookOf, pagesOf, tinyTemplate } from '../page/tiny.ts'
import type { Page } from '../../../src/print/page/page.ts'
import { linesOf, slugsOf } from './slugs-of.ts'
import { pt } from '../../../src/unit/length.ts'

const at = (page: Page, text: string): number =>
  page.items.find((item) => item.type === 'line' && item.line.text === text)?.y ?? NaN

const high = tinyTemplate((template) => ({
  ...template,
  page: { ...template.page, height: pt(500), lines: 30, footBaseline: pt(480) },
}))

describe('heads, by the rules of the house', () => {
  it('have what is missing to the grid over them, not under them', async () => {
    const { value } = await pagesOf(bookOf('Before.\n\n### Three\n\n#### Four\n\nAfter.'), {}, high)
    const [page] = value
    expect((at(page!, 'After.') - at(page!, 'Before.')) % 13.5).toBeCloseTo(0)
    // The style of a fourth head has no white under it.
    expect(at(page!, 'After.') - at(page!, 'Four')).toBeCloseTo(13.5)
  })

  it('have lines alike in length', async () => {
    const slugs = await slugsOf('## Facial recognition in smart cities\n\nText.')
    const widths = linesOf(slugs.filter((slug) => slug.isHead === true)).map(
      ({ line }) => line.width,
    )
    expect(widths.length).toBeGreaterThan(1)
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.5)
  })

  it('end no line on a word that leans on the next, where no more lines are needed for it', async () => {
    const slugs = await slugsOf('## Early recognition of the registers of the state\n\nText.')
    const lines = linesOf(slugs.filter((slug) => slug.isHead === true)).map(({ line }) => line.text)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/\b(of|the|and)$/)
  })
})
