import { describe, expect, it } from 'vitest'
import { chaptersOf } from '../../src/model/book.ts'
import type { Inline } from '../../src/model/nodes.ts'
import { loadTemplate } from '../../src/template/load.ts'
import { punctuate } from '../../src/template/punctuation.ts'
import { referenceText, wordsFor } from '../../src/template/words.ts'
import { loneBook } from '../write-book.ts'

const report = loadTemplate('report', ['templates']).value!

/** The first paragraph as it would be printed. */
function printed(markdown: string, language = 'en-US'): string {
  const book = punctuate(
    loneBook(
      `---\ntitle: T\nlanguage: ${language}\n---\n\n${markdown}\n\n## Data Protection {#sec-a}\n\n[^n]: N.\n`,
    ),
    report,
  )
  const [paragraph] = chaptersOf(book)[0]?.children ?? []
  const text = (inline: Inline): string => {
    if (inline.type === 'text') return inline.value
    if (inline.type === 'crossReference') return referenceText(inline, wordsFor(report, language))
    return 'children' in inline
      ? inline.children.map(text).join('')
      : inline.type === 'footnoteReference'
        ? `[${inline.number}]`
        : ''
  }
  return paragraph?.type === 'paragraph' ? paragraph.children.map(text).join('') : ''
}

describe('a full stop or comma after the title of a section', () => {
  it.each([
    ['See @sec-a.', 'See “Data Protection.”'],
    ['In @sec-a, too.', 'In “Data Protection,” too.'],
    [
      'In @sec-a; and (@sec-a): @sec-a?',
      'In “Data Protection”; and (“Data Protection”): “Data Protection”?',
    ],
    ['*See @sec-a.*', 'See “Data Protection.”'],
    ['See @sec-a.[^n]', 'See “Data Protection.”[1]'],
    ['See @fn-n.[^n]', 'See note\u00A01.[1]'],
  ])('stands as American usage has it: %s', (markdown, expected) => {
    expect(printed(markdown)).toBe(expected)
  })
  it('stays outside in other languages', () => {
    expect(printed('Siehe @sec-a.', 'de')).toBe('Siehe „Data Protection“.')
  })
})
