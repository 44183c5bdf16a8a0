import { describe, expect, it } from 'vitest'
import type { LineMark, Slug } from '../../../src/print/galley/galley.ts'
import { widthOf } from '../../../src/print/line/set-words.ts'
import { bookOf, fixture, galleyOf } from '../page/tiny.ts'

const linesOf = (slugs: readonly Slug[]): readonly LineMark[] =>
  slugs.flatMap((slug) => slug.marks.filter((mark) => mark.type === 'line'))

const textOf = (slug: Slug): string =>
  linesOf([slug])
    .map((mark) => mark.line.text)
    .join(' | ')

const find = (slugs: readonly Slug[], start: string): Slug => {
  const found = slugs.find((slug) => textOf(slug).startsWith(start))
  if (found === undefined) throw new Error(`no slug starts with ${start}`)
  return found
}

const startOf = (slug: Slug): number => {
  const [mark] = linesOf([slug])
  return (mark?.x ?? 0) + (mark?.line.runs[0]?.x ?? 0)
}

describe('compose', () => {
  it('sets the first paragraph flush and indents one that follows another, not one after a list', async () => {
    const { slugs } = (await galleyOf(fixture('hard'))).value.chapters[0]!
    expect(startOf(find(slugs, 'First'))).toBeCloseTo(0, 0)
    expect(startOf(find(slugs, 'Second'))).toBeCloseTo(10, 0)
    expect(startOf(find(slugs, 'Third'))).toBeCloseTo(0, 0)
  })

  it('keeps a heading with two lines of what follows', async () => {
    const { slugs } = (await galleyOf(fixture('notes'))).value.chapters[0]!
    const heading = slugs.findIndex((slug) => textOf(slug) === 'Loomings')
    expect(slugs[heading]?.breakAfter).toBe(Infinity)
    expect(slugs[heading + 1]?.breakAfter).toBe(Infinity)
  })

  it('keeps a paragraph that ends in a colon with the list or code that it announces', async () => {
    const { slugs } = (await galleyOf(fixture('blocks'))).value.chapters[0]!
    expect(find(slugs, 'Struck').breakAfter).toBe(Infinity)
  })

  it('makes every slug of body text one line of the grid', async () => {
    const { slugs } = (await galleyOf(fixture('notes'))).value.chapters[0]!
    for (const slug of slugs.filter((each) => each.onGrid)) expect(slug.height).toBe(13.5)
  })

  it('lets a table that calls notes part between its rows, and stay in its place', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => `| row ${i + 1}.[^${i + 1}] |`)
    const notes = rows.map((_, i) => `[^${i + 1}]: Note.`)
    const text = ['| head |', '| --- |', ...rows, '', ...notes].join('\n')
    const { slugs } = (await galleyOf(bookOf(text))).value.chapters[0]!
    const own = slugs.filter((slug) => slug.calls.length > 0)
    expect(own).toHaveLength(5)
    expect(own.every(({ movable }) => !movable)).toBe(true)
    // The first row stays with the head, the last with the one before it.
    expect(own.map(({ breakAfter }) => breakAfter < Infinity)).toEqual([
      false,
      true,
      true,
      false,
      true,
    ])
  })

  it('aligns figures of a column at its end', async () => {
    const { slugs } = (await galleyOf(fixture('blocks'))).value.chapters[0]!
    const cells = linesOf(slugs).filter((mark) => mark.owner.column === 1)
    const ends = cells.map(({ x, line }) => {
      const run = line.runs.at(-1)!
      return x + run.x + widthOf(run)
    })
    for (const end of ends) expect(end).toBeCloseTo(ends[0]!, 0)
  })

  it('fits a table that is wider than the measure', async () => {
    const { slugs } = (await galleyOf(fixture('hard'))).value.chapters[0]!
    const rule = slugs.flatMap((slug) => slug.marks).find((mark) => mark.type === 'rule')
    expect(rule?.type === 'rule' && rule.width).toBeLessThanOrEqual(160.01)
  })

  it('reports a line that is longer than the measure with its place in the source', async () => {
    const { diagnostics } = await galleyOf(fixture('hard'))
    const lines = diagnostics.filter((each) => each.rule === 'overfull-line')
    expect(lines.map((each) => each.position?.start.line)).toContain(19)
  })

  it('hangs the number before a note that begins with a block other than a paragraph', async () => {
    const { notes } = (await galleyOf(fixture('hard'))).value.chapters[0]!
    expect(textOf(notes[0]!.slugs[0]!).trim()).toBe('1')
    expect(notes[0]!.slugs.map(textOf).join(' ')).toContain('Then text.')
  })

  it('names the place of a note by its label and by its number', async () => {
    const { notes } = (await galleyOf(fixture('named'))).value.chapters[0]!
    const names = notes[0]!.slugs[0]!.marks.flatMap((mark) =>
      mark.type === 'anchor' ? [mark.name] : [],
    )
    expect([...names].sort()).toEqual(['fn-42', 'fn-spleen'])
  })

  it('marks each line with the block of the book that it sets', async () => {
    const { slugs } = (await galleyOf(fixture('blocks'))).value.chapters[0]!
    const inner = linesOf(slugs).find((mark) => mark.line.text.endsWith('inner'))
    expect(inner?.owner).toMatchObject({ chapter: 'blocks', path: [1, 1, 1, 0, 0], part: 'text' })
  })
})
