import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportBook } from './books.ts'
import { closePandoc, make, proofOf, told } from './editions.ts'
import type { ProvenFile } from '../../src/proof/prove.ts'

afterAll(closePandoc)

describe('a web edition that was changed', () => {
  const book = reportBook()
  let page: ProvenFile
  beforeAll(async () => {
    page = await make(book, 'web')
  })
  const changed = (from: string | RegExp, to: string): ProvenFile => {
    const before = new TextDecoder().decode(page.bytes)
    const after = before.replace(from, to)
    if (after === before) throw new Error('nothing was changed')
    return { ...page, bytes: new TextEncoder().encode(after) }
  }
  const found = async (from: string | RegExp, to: string): Promise<string[]> =>
    told(await proofOf(book, changed(from, to)))

  it.each([
    ['a word', 'It said so in 2020', 'It said so in 2021', /^web-disagrees \d+: the text /u],
    [
      'a number of a note',
      />570<\/a> /u,
      '>571</a> ',
      /^web-disagrees \d+: .*57[01].* in the web edition/u,
    ],
    [
      'where a call leads',
      'doc-noteref" href="#fn-second"',
      'doc-noteref" href="#fn-first"',
      /^web-disagrees/u,
    ],
    ['an id', 'id="fn-second"', 'id="fn-gone"', /leads to `#fn-second`, which is nowhere in it/u],
  ])('is found out: %s', async (_, from, to, message) => {
    expect((await found(from, to)).join('\n')).toMatch(message)
  })

  it('is refused where it is no sound page', async () => {
    expect((await found('</main>', '')).join('\n')).toMatch(/^unreadable-edition .*is not sound/u)
  })

  it('may cite its notes as it likes', async () => {
    expect(await found('Cite this note', 'Quote this note')).toEqual([])
  })
})
