import { afterAll, describe, expect, it } from 'vitest'
import { honestBooks, report, reportBook } from './books.ts'
import { bookOf, closePandoc, make, proofOf, told } from './editions.ts'

afterAll(closePandoc)

const book = reportBook()
const settings = 'footnotes: {numbering: continuous, first: 568}'

/** What is found in the PDF of a text that is not quite the manuscript. */
async function foundIn(change: (text: string) => string, first = settings): Promise<string[]> {
  const other = change(report)
  if (other === report && first === settings) throw new Error('nothing was changed')
  return told(await proofOf(book, await make(bookOf({ 'kazakhstan.md': other }, first), 'print')))
}

describe('a PDF of another version of the text', () => {
  it('names page, note and line of a changed word', async () => {
    expect(await foundIn((text) => text.replace('2.70 out', '2.75 out'))).toEqual([
      'print-disagrees 41: note 570 reads `… paragraph of it, which says 2.75 out of 100.` in the PDF (page 1), but `… paragraph of it, which says 2.70 out of 100.` in the manuscript',
    ])
  }, 60_000)

  it('finds a sentence that is not in the manuscript', async () => {
    const found = await foundIn((text) =>
      text.replace('calls another.', 'calls another. And more.'),
    )
    expect(found).toEqual([
      expect.stringMatching(/^print-disagrees 10: the text has `And more\.`/u),
    ])
  }, 60_000)

  it('finds a letter less in a word, though lines break elsewhere', async () => {
    const found = await foundIn((text) => text.replace('technologies', 'technologes'))
    expect(found).toEqual([expect.stringContaining('followed new technologes.')])
  }, 60_000)

  it('finds numbers that start elsewhere', async () => {
    const found = await foundIn((text) => text, 'footnotes: {numbering: continuous, first: 569}')
    expect(found).toContain('print-disagrees 35: note 568 is numbered `569` in the PDF (page 1)')
  }, 60_000)

  it('finds a note that is missing', async () => {
    const found = await foundIn((text) =>
      text.replace('another.[^second]', 'another.').replace('see @fn-second and', 'see'),
    )
    expect(found.join('\n')).toContain('is missing from the PDF')
  }, 60_000)

  it('finds a changed word in a table', async () => {
    const found = await foundIn((text) => text.replace('11 million', '12 million'))
    expect(found).toEqual([expect.stringContaining('12 million')])
  }, 60_000)

  it('cannot prove what is no PDF', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 and no more')
    const found = told(await proofOf(book, { kind: 'print', name: 'kazakhstan', bytes }))
    expect(found).toEqual([
      expect.stringMatching(/^unreadable-edition -: `kazakhstan\.pdf` cannot be opened: pdf\.js/u),
    ])
  })

  it('says that it is the PDF of another book', async () => {
    const other = honestBooks['no notes at all']?.()
    if (other === undefined) throw new Error('no such book')
    const found = told(await proofOf(book, await make(other, 'print')))
    expect(found[0]).toMatch(/^unreadable-edition -: .*no page of it is named after a chapter/u)
  }, 60_000)
})
