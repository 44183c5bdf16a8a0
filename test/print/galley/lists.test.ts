import { describe, expect, it } from 'vitest'
import { bookOf, pagesOf } from '../page/tiny.ts'
import { find, slugsOf, startOf } from './slugs-of.ts'

const LINE = 13.5

describe('lists, by the rules of the house', () => {
  it('have a line of white over and under an outermost list, and none round a nested one', async () => {
    const slugs = await slugsOf('Before.\n\n- One\n  - Inner\n- Two\n\nAfter.')
    expect(find(slugs, '• One').spaceBefore).toBeCloseTo(LINE)
    expect(find(slugs, '– Inner')).toMatchObject({ spaceBefore: 0, spaceAfter: 0 })
    expect(find(slugs, '• Two')).toMatchObject({ spaceBefore: 0, spaceAfter: LINE })
  })

  it('and the text after them stand on the grid', async () => {
    const { value } = await pagesOf(bookOf('Before.\n\n- One\n- Two\n\nAfter.'))
    const at = (text: string): number =>
      value[0]!.items.find((item) => item.type === 'line' && item.line.text === text)?.y ?? 0
    expect((at('After.') - at('Before.')) / 13.5).toBeCloseTo(5)
  })

  it('have a line of white between the items of a loose list, and none within an item', async () => {
    const slugs = await slugsOf('Before.\n\n- One\n\n  More.\n\n- Two\n\n- Three\n\nAfter.')
    expect(find(slugs, '• Two').spaceBefore).toBeCloseTo(LINE)
    expect(find(slugs, 'More').spaceBefore).toBe(0)
  })

  it('indent the second paragraph of an item as any that follows another', async () => {
    const slugs = await slugsOf('- One\n\n  More.\n\n- Two')
    expect(startOf(find(slugs, 'More'))).toBeCloseTo(34, 0)
  })

  it('keep two items, or two lines, with the introduction', async () => {
    const slugs = await slugsOf('These are:\n\n- One\n- Two\n- Three\n\nAfter.')
    expect(find(slugs, 'These are:').breakAfter).toBe(Infinity)
    expect(find(slugs, '• One').breakAfter).toBe(Infinity)
    expect(find(slugs, '• Two').breakAfter).toBeLessThan(Infinity)
  })
})
