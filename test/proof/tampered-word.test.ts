import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import type { ProvenFile } from '../../src/proof/prove.ts'
import { reportBook } from './books.ts'
import { closePandoc, make, proofOf, rewrite, told } from './editions.ts'

const book = reportBook()
let made: ProvenFile

beforeAll(async () => {
  made = await make(book, 'word')
}, 60_000)
afterAll(closePandoc)

const tampered = async (
  part: string,
  change: (text: string) => string,
): Promise<readonly Diagnostic[]> => proofOf(book, rewrite(made, part, change))

const notes = 'word/footnotes.xml'
const text = 'word/document.xml'

describe('a Word file that somebody changed', () => {
  it('names the note in which a word was changed, and the line of the Markdown', async () => {
    const found = await tampered(notes, (xml) => xml.replace('2.70 out of', '2.71 out of'))
    expect(told(found)).toEqual([
      'word-disagrees 41: note 570 reads `… paragraph of it, which says 2.71 out of 100.` in the Word file (note 570, footnote id 3), but `… paragraph of it, which says 2.70 out of 100.` in the manuscript',
    ])
    expect(found[0]?.file).toMatch(/kazakhstan\.md$/u)
    expect(found[0]?.position?.start.column).toBe(44)
  })

  it('finds two notes that changed places', async () => {
    const found = await tampered(notes, (xml) =>
      xml
        .replace('w:footnote w:id="2"', 'w:footnote w:id="X"')
        .replace('w:footnote w:id="3"', 'w:footnote w:id="2"')
        .replace('w:footnote w:id="X"', 'w:footnote w:id="3"'),
    )
    expect(told(found).map((line) => line.slice(0, 34))).toEqual([
      'word-disagrees 37: note 569 reads ',
      'word-disagrees 39: note 570 reads ',
    ])
  })

  it('finds a note whose call was taken away', async () => {
    const found = await tampered(text, (xml) =>
      xml.replace(/<w:r>(?:(?!<w:r>).)*<w:footnoteReference w:id="4"\/><\/w:r>/u, ''),
    )
    expect(told(found).join('\n')).toContain('note 571 is missing from the Word file')
    expect(told(found).join('\n')).toContain('a note that nothing calls: `A note with a list')
  })

  it('finds a cross-reference with an old number', async () => {
    const found = await tampered(text, (xml) =>
      xml.replace(/(NOTEREF _fn_second.*?>)570(<\/w:t>)/su, '$1569$2'),
    )
    expect(told(found).join('\n')).toContain(
      'the field `NOTEREF _fn_second` shows `569` in the Word file, but its bookmark gives `570`',
    )
  })

  it('finds a heading that no longer is what refers to it', async () => {
    const found = await tampered(text, (xml) => xml.replace('>Overview<', '>Summary<'))
    expect(told(found).join('\n')).toContain(
      'shows `Overview` in the Word file, but its bookmark gives `Summary`',
    )
    expect(told(found).join('\n')).toContain('word-disagrees 6: the text reads')
  })

  it('finds notes that start at another number', async () => {
    const found = await tampered(text, (xml) =>
      xml.replaceAll('<w:numStart w:val="568"/>', '<w:numStart w:val="1"/>'),
    )
    expect(told(found)[0]).toBe(
      'word-disagrees 35: note 568 is numbered `1` in the Word file (note 1, footnote id 1)',
    )
    expect(told(found).at(-1)).toMatch(
      /^word-disagrees -: the Word file differs in \d+ more places$/u,
    )
    expect(found).toHaveLength(13)
  })

  it('finds a call that was moved to another word', async () => {
    const found = await tampered(text, (xml) => {
      const [call = ''] =
        /<w:bookmarkStart w:name="_fn_first"[^>]*>.*?<w:bookmarkEnd[^>]*>/u.exec(xml) ?? []
      return xml
        .replace(call, '')
        .replace(/(<w:r><w:t[^>]*>The country has followed)/u, `${call}$1`)
    })
    expect(told(found)).toEqual([
      'word-disagrees 8: note 569 is called after `Kazakhstan Overview` in the Word file (“Overview”, paragraph 1), but after `followed new technologies.` in the manuscript',
    ])
  })

  it('finds a cell and a figure of it that were changed', async () => {
    const found = await tampered(text, (xml) => xml.replace('>4,000<', '>40,000<'))
    expect(told(found)).toEqual([expect.stringContaining('word-disagrees 22: the text reads')])
  })

  it('cannot prove a file that is cut off', async () => {
    const found = await proofOf(book, { ...made, bytes: made.bytes.slice(0, 5_000) })
    expect(found.map(({ rule }) => rule)).toContain('unreadable-edition')
  })
})
