import { describe, expect, it } from 'vitest'
import { varied } from '../../../src/print/galley/variants.ts'
import { find, linesOf, slugsOf, textOf } from './slugs-of.ts'

const prose =
  'Officials in the capital described the programme as a success; independent observers were less certain, and some of them said so in public. '
const short =
  'The ministry announced that the platform would be opened to researchers before the end of the year, although no budget had been published. '
const paragraphs = Array.from({ length: 12 }, (_, i) =>
  (i % 2 === 0 ? prose : short).repeat(4).slice(i).trim(),
)

describe('a paragraph in another number of lines', () => {
  it('has its words, a line more or fewer, and none of them loose', async () => {
    const slugs = await slugsOf(`# Title\n\n${paragraphs.join('\n\n')}\n`)
    let tried = 0
    slugs.forEach((slug, at) => {
      for (const variant of slug.variants?.() ?? []) {
        if (variant.set === undefined) continue
        tried++
        const natural = slugs.slice(at, at + variant.count)
        const set = varied(natural, at, [{ at, variant }], slug.height)
        expect(set).toHaveLength(natural.length + variant.lines)
        expect(wordsOf(set)).toBe(wordsOf(natural))
        for (const { line } of linesOf(set)) expect(Math.abs(line.ratio)).toBeLessThanOrEqual(1.61)
        expect(set[0]?.spaceBefore).toBe(slug.spaceBefore)
        expect(set.at(-1)?.breakAfter).toBe(natural.at(-1)?.breakAfter)
      }
    })
    expect(tried).toBeGreaterThan(2)
  })

  it('keeps its place in the book, to which references lead', async () => {
    const slugs = await slugsOf(`# Title\n\n${prose}\n\n## Head {#sec-a}\n\n${prose}\n`)
    const at = slugs.indexOf(find(slugs, 'Head'))
    const [variant] = slugs[at]?.variants?.() ?? []
    if (variant === undefined) throw new Error('a head has no variant')
    const set = varied(slugs, 0, [{ at, variant }], slugs[1]!.height)
    expect(set[at]?.marks).toEqual(slugs[at]?.marks)
    expect(set[at]?.spaceBefore).toBe(slugs[at]!.spaceBefore + slugs[1]!.height)
  })
})

it('half of the white that is added to a table stands under it', async () => {
  const slugs = await slugsOf(`Text.\n\n| a | b |\n| - | - |\n| c | d |\n\nText.\n`)
  const at = slugs.findIndex((slug) => textOf(slug).startsWith('a'))
  const grid = slugs.at(-1)!.height
  const [variant] = slugs[at]?.variants?.() ?? []
  if (variant === undefined) throw new Error('a table has no variant')
  const last = at + variant.count - 1
  const inside = varied(slugs, 0, [{ at, variant }], grid)
  expect(inside[at]!.spaceBefore - slugs[at]!.spaceBefore).toBeCloseTo(grid / 2)
  expect(inside[last]!.spaceAfter - slugs[last]!.spaceAfter).toBeCloseTo(grid / 2)
  // Where the page ends with it, all of it stands over it.
  const ending = varied(slugs.slice(0, last + 1), 0, [{ at, variant }], grid)
  expect(ending[at]!.spaceBefore - slugs[at]!.spaceBefore).toBeCloseTo(grid)
})

/** Without what line ends did to them. */
const wordsOf = (slugs: Parameters<typeof linesOf>[0]): string =>
  linesOf(slugs)
    .map(({ line }) => (line.hyphenated ? line.text.replace(/-$/, '') : `${line.text} `))
    .join('')
    .trim()
