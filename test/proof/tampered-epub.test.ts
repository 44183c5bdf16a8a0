import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProvenFile } from '../../src/proof/prove.ts'
import { reportBook } from './books.ts'
import { closePandoc, make, proofOf, rewrite, told } from './editions.ts'

const book = reportBook()
let made: ProvenFile

beforeAll(async () => {
  made = await make(book, 'epub')
}, 60_000)
afterAll(closePandoc)

const chapter = 'EPUB/kazakhstan.xhtml'
const tampered = async (change: (text: string) => string): Promise<string[]> =>
  told(await proofOf(book, rewrite(made, chapter, change)))

describe('an EPUB that somebody changed', () => {
  it('names a note that was dropped', async () => {
    const found = await tampered((xhtml) =>
      xhtml.replace(/<aside[^>]*id="fn-second">.*?<\/aside>/su, ''),
    )
    expect(found[0]).toBe(
      'epub-disagrees 39: note 570 is missing from the EPUB (after EPUB/kazakhstan.xhtml#fn-first)',
    )
    expect(found.join('\n')).toContain('the call of note 570 leads to no note in the EPUB')
  })

  it('finds a call with another number', async () => {
    const found = await tampered((xhtml) =>
      xhtml.replace('aria-label="note 570">570</a>', 'aria-label="note 570">571</a>'),
    )
    expect(found.join('\n')).toContain(
      'the call of note 570 is numbered `571` in the EPUB (EPUB/kazakhstan.xhtml#fnref-second)',
    )
  })

  it('finds a call that is spoken with another number', async () => {
    const found = await tampered((xhtml) =>
      xhtml.replace('aria-label="note 570"', 'aria-label="note 57"'),
    )
    expect(found).toEqual([
      'epub-disagrees 39: the call of note 570 is spoken as `note 57` in the EPUB (EPUB/kazakhstan.xhtml#fnref-second)',
    ])
  })

  it('finds a sentence that was dropped', async () => {
    const found = await tampered((xhtml) => xhtml.replace('It said so in 2020, see ', ''))
    expect(found).toEqual([
      expect.stringMatching(
        /^epub-disagrees 8: the text lacks `It said so in 2020, see` in the EPUB \(EPUB\/kazakhstan\.xhtml#fnref-first\)/u,
      ),
    ])
  })

  it('finds a back-link that was taken away', async () => {
    const found = await tampered((xhtml) =>
      xhtml.replace(/<a class="number"[^>]*href="#fnref-first".*?<\/a>/su, '569'),
    )
    expect(found.join('\n')).toContain('note 569 has no link back to its call in the EPUB')
  })

  it('finds a back-link to another call', async () => {
    const found = await tampered((xhtml) =>
      xhtml.replace('href="#fnref-first"', 'href="#fnref-second"'),
    )
    expect(found).toEqual([
      'epub-disagrees 37: note 569 leads back to `#fnref-second` in the EPUB, not to its call (EPUB/kazakhstan.xhtml#fn-first)',
    ])
  })

  it('finds a link that leads nowhere, and an id that stands twice', async () => {
    const found = await tampered((xhtml) =>
      xhtml
        .replace('id="tbl-figures"', 'id="tbl-elsewhere"')
        .replace('id="sec-figures"', 'id="sec-overview"'),
    )
    expect(found.join('\n')).toContain(
      'a link in the EPUB leads to `#tbl-figures`, which is nowhere in it',
    )
    expect(found.join('\n')).toContain('the id `sec-overview` stands twice in the EPUB')
  })

  it('finds a word with a letter of another script', async () => {
    const found = await tampered((xhtml) => xhtml.replace('under way', 'under wаy'))
    expect(found).toEqual([expect.stringContaining('epub-disagrees 37: note 569 reads')])
  })

  it('finds words that were run together', async () => {
    const found = await tampered((xhtml) =>
      xhtml.replace('second paragraph calls', 'secondparagraph calls'),
    )
    expect(found).toEqual([expect.stringContaining('A secondparagraph calls')])
  })

  it('cannot prove a file whose XML is broken', async () => {
    const found = await tampered((xhtml) => xhtml.replace('</p>', ''))
    expect(found.join('\n')).toContain('unreadable-edition -: `kazakhstan.epub` cannot be opened')
  })
})
