import { describe, expect, it } from 'vitest'
import type { Page } from '../../../src/print/page/page.ts'
import { tagPages } from '../../../src/print/tag/tag-pages.ts'
import type { TaggedPages } from '../../../src/print/tag/tree.ts'
import { bookOf, fixture, pagesOf, tinyTemplate } from '../page/tiny.ts'
import { outline } from './outline.ts'

async function tagged(text: string): Promise<TaggedPages> {
  const book = bookOf(text)
  return tagPages((await pagesOf(book)).value, book, tinyTemplate())
}

describe('the structure of the pages', () => {
  it.each(['notes', 'blocks'])('is that of the golden: %s', async (name) => {
    const book = fixture(name)
    const { value } = await pagesOf(book)
    const text = outline(tagPages(value, book, tinyTemplate()))
    await expect(text).toMatchFileSnapshot(`./${name}.tags.txt`)
  })

  it('has a note after the paragraph that calls it, though others stand between them on the page', async () => {
    const text = outline(await tagged('One.[^1] Two.[^2]\n\nThree.\n\n[^1]: First.\n[^2]: Second.'))
    const order = ['"One."', '"1"', '" Two."', '"2"', 'Note #fn-1', 'Note #fn-2', '"Three."']
    const places = order.map((each) => text.indexOf(each))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('says the language of words in another script', async () => {
    const text = outline(await tagged('The word правда is Russian.'))
    expect(text).toMatch(/Span lang und-Cyrl\n +"правда/u)
  })

  it('makes one link of an address that goes over two lines, with an area on each', async () => {
    const text = outline(
      await tagged('See <https://example.org/a-long-way/to-the-end/of-the-line/and-beyond.html>.'),
    )
    expect(text.match(/Link/gu)).toHaveLength(1)
    expect(text.match(/-> https/gu)?.length).toBeGreaterThan(1)
  })

  it('lets both areas of a reference over two lines say all of it', async () => {
    const heading = 'A heading of the administration that is turned over'
    const text = outline(await tagged(`## ${heading} {#sec-a}\n\nSome words, see @sec-a for more.`))
    const areas = [...text.matchAll(/-> #sec-a \(([^)]*)\)/gu)].map(([, said]) => said)
    expect(areas.length).toBeGreaterThan(1)
    for (const said of areas) expect(said).toBe(`“${heading}”`)
  })

  it('parts the lines of code', async () => {
    const text = outline(await tagged('```\nfirst\n\n  second\n```'))
    expect(text).toContain('"first "')
    expect(text).toContain('"\u2007\u2007second"')
  })

  it('counts no furniture, rule or repeated head among the text', async () => {
    const { pages } = await tagged('| a | b |\n| - | - |\n| 1 | 2 |\n\nText.[^1]\n\n[^1]: Note.')
    const rules = pages.flatMap(({ items }) =>
      items.filter((item) => item.type === 'mark' && item.mark.type === 'rule'),
    )
    expect(rules.length).toBeGreaterThan(2)
    for (const rule of rules) expect(rule).toMatchObject({ tag: { type: 'Artifact' } })
  })

  it('refuses text that is in no block of the book', () => {
    const book = bookOf('Text.')
    const page = {
      width: 10,
      height: 10,
      items: [
        {
          type: 'line',
          x: 0,
          y: 0,
          line: { runs: [] },
          owner: { chapter: 'chapter', path: [7], part: 'text' },
        },
      ],
    } as unknown as Page
    expect(() => tagPages([page], book, tinyTemplate())).toThrow('no element')
  })
})
