import { describe, expect, it } from 'vitest'
import { bookOf, galleyOf } from '../page/tiny.ts'
import { find, linesOf, slugsOf, startOf } from './slugs-of.ts'

describe('paragraphs, by the rules of the house', () => {
  it.each([
    ['list', '- An item'],
    ['quotation', '> Quoted.'],
    ['code', '```\ncode\n```'],
    ['thematic break', '---'],
    ['table', '| A | B |\n| - | - |\n| c | d |'],
  ])('are flush after a %s', async (_, block) => {
    const slugs = await slugsOf(`First.\n\n${block}\n\nSecond.\n\nThird.`)
    expect(startOf(find(slugs, 'Second'))).toBeCloseTo(0, 0)
    expect(startOf(find(slugs, 'Third'))).toBeCloseTo(10, 0)
  })

  it('are indented by their own style where they follow another in a quotation', async () => {
    const slugs = await slugsOf('> First.\n>\n> Second.')
    expect(startOf(find(slugs, 'First'))).toBeCloseTo(18, 0)
    expect(startOf(find(slugs, 'Second'))).toBeCloseTo(28, 0)
    expect(find(slugs, 'Second').spaceBefore).toBe(0)
  })

  it('are indented by their own style where they follow another in a note', async () => {
    const { value } = await galleyOf(bookOf('Text.[^a]\n\n[^a]: First.\n\n    Second.'))
    const { slugs } = value.chapters[0]!.notes[0]!
    expect(startOf(find(slugs, 'Second'))).toBeCloseTo(18 + 8, 0)
  })

  it('make a page end dear that leaves two lines and a runt over a heading', async () => {
    const text =
      'The committee met in March and asked the ministry for figures of the year that nobody had kept so far as it was ever known to us or to the others who had asked in vain so.'
    const over = async (after: string): Promise<readonly number[]> => {
      const slugs = await slugsOf(`${text}\n\n${after}`)
      const lines = slugs.slice(1).filter((slug) => slug.onGrid)
      return lines.map((slug) => slug.breakAfter)
    }
    const [heading, paragraph] = [await over('## Next'), await over('Next.')]
    expect(Math.max(...paragraph.filter(Number.isFinite))).toBe(0)
    expect(Math.max(...heading.filter(Number.isFinite))).toBeGreaterThan(0)
  })

  it('end a page no better on a hyphen that is written than on one that is added', async () => {
    const words = Array.from({ length: 30 }, () => 'cross-border').join(' ')
    const slugs = (await slugsOf(words)).slice(1)
    const atWritten = slugs.filter((slug) => linesOf([slug])[0]?.line.text.endsWith('-'))
    expect(atWritten.length).toBeGreaterThan(0)
    for (const slug of atWritten) expect(slug.hyphenated).toBe(true)
  })

  it('part sections by three asterisks, which no one takes for the rule over the notes', async () => {
    const slugs = await slugsOf('First.\n\n---\n\nSecond.')
    const marks = slugs.flatMap((slug) => slug.marks)
    expect(marks.filter((mark) => mark.type === 'picture' && mark.alt === '*')).toHaveLength(3)
    expect(marks.some((mark) => mark.type === 'rule')).toBe(false)
  })

  it('hang the rest of a line of code that is too long', async () => {
    const slugs = await slugsOf(
      '```\nif (x) {\n    call(this, that, and, the, others, too, all)\n}\n```',
    )
    const starts = slugs.slice(1).map(startOf)
    expect(starts[2]).toBeGreaterThan((starts[0] ?? 0) + 30)
  })
})
