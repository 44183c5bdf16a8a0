import type { Book } from '../../src/model/book.ts'
import { bookOf } from './editions.ts'

/** A chapter with notes in the text, a heading, a table, a caption and a list; notes of several blocks. Line numbers are told by tests. */
export const report = `---
title: Kazakhstan
footnotes: 568-574
---

## Overview[^head] {#sec-overview}

The country has followed new technologies.[^first] It said so in 2020, see @fn-second and @tbl-figures.

A second paragraph calls another.[^second] Its words are *set* in **several** ways, with \`code\` and
[a link](https://example.org/a-page) that goes on over a line.

- one point
- another point[^list]

## Figures {#sec-figures}

@sec-overview tells why.

| Measure | Figure |
| :-- | --: |
| Cameras | 4,000 |
| People | 11 million |

: Main figures[^caption] {#tbl-figures}

| Year | Count[^cell] |
| :-- | --: |
| 2019 | 7 |

> Said by someone, as @tbl-figures shows.

The last word.[^574]

[^head]: A note in a heading.

[^first]: Trend News Agency, *Work is under way* (Dec. 4, 2020), <https://www.trend.az/3345220.html>

[^second]: The first paragraph of a note.

    The second paragraph of it, which says 2.70 out of 100.

[^list]: A note with a list:

    - its first item
    - its second item

[^caption]: *[Об утверждении Государственной программы]{lang=ru}* (On approval).

[^cell]: Counted in 2019.

[^574]: The end.
`

export const reportBook = (): Book =>
  bookOf({ 'kazakhstan.md': report }, 'footnotes: {numbering: continuous, first: 568}')

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" viewBox="0 0 100 40"><rect width="100" height="40" fill="#eee"/><text x="10" y="20" font-family="serif" font-size="10">drawn words</text></svg>'

const long = Array.from(
  { length: 14 },
  (_, index) =>
    `Paragraph ${String(index + 1)} goes on about policies, infrastructure and administration, so that lines are broken, words are hyphenated and pages are turned.[^n${String(index)}] It says well-known things about long-term co-operation between the ministries, and quotes “the first of them.”`,
).join('\n\n')

const longNotes = Array.from(
  { length: 14 },
  (_, index) =>
    `[^n${String(index)}]: Ministry of Digital Development, *Statement number ${String(index + 1)}, which is long enough for more than one line of a note* (2020), <https://www.example.org/a/rather/long/address/that-must-be-broken/${String(index)}.html>`,
).join('\n\n')

const wide = ((): string => {
  const words = ['Administration', 'Telecommunication', 'Interoperability', 'Commercialization']
  const row = (first: string): string => `| ${[first, ...words, ...words].join(' | ')} |`
  const rows = Array.from({ length: 40 }, (_, index) => row(`Row ${String(index)}`))
  rows[3] = row('[Called](https://example.org/)[^c]')
  return [row('Country'), `|${' --- |'.repeat(9)}`, ...rows].join('\n')
})()

const giants = ['a', 'b']
  .map((label) => {
    const sentence = (index: number): string =>
      `Sentence ${String(index + 1)} of note ${label} says what another sentence said before it, at some length.`
    return `[^${label}]: ${Array.from({ length: 90 }, (_, index) => sentence(index)).join(' ')}`
  })
  .join('\n\n')

/** Paragraphs with figures and a long table between them: figures move to the next page, heads are set again. */
const floats = (): string => {
  const paragraph = (index: number): string =>
    `Paragraph ${String(index)} fills the page with words about the administration of figures, so that some figure will not find room where it is called.[^f${String(index)}] @fig-${String(index)} shows it.`
  const figure = (index: number): string =>
    `![Figure of paragraph ${String(index)}](x.svg){#fig-${String(index)} alt="A box"}`
  const row = (index: number): string =>
    `| Measure number ${String(index)} of a long table | ${String(index * 1000)} | words that go over lines in a cell, since they are many, ${String(index)} |`
  const all = Array.from({ length: 12 }, (_, index) => index + 1)
  const rows = Array.from({ length: 50 }, (_, index) => row(index + 1))
  const notes = all.map(
    (index) => `[^f${String(index)}]: Note of paragraph ${String(index)}, in one line.`,
  )
  return [
    '# Floats',
    ...all.flatMap((index) => [paragraph(index), figure(index)]),
    ['| Measure | Figure | Words |', '| :-- | --: | :-- |', ...rows].join('\n'),
    ': A long table {#tbl-long}',
    'After the table.',
    ...notes,
  ].join('\n\n')
}

/** Small books that between them hold every kind of block. */
export const honestBooks: Readonly<Record<string, () => Book>> = {
  'a report with every kind of note': reportBook,
  'two chapters numbered through': () =>
    bookOf({
      'one.md': '# One\n\nText.[^a]\n\nSee @two/sec-x.\n\n[^a]: First note.\n',
      'two.md':
        '# Two\n\n## Part {#sec-x}\n\nMore.[^b] Again.[^c]\n\n[^b]: Second note.\n\n[^c]: Third note, after @fn-b.\n',
    }),
  'chapters that each count from one': () =>
    bookOf(
      {
        'one.md': '# One\n\nText.[^a]\n\n[^a]: First note.\n',
        'two.md': '# Two\n\nMore.[^b]\n\n[^b]: Second note.\n',
      },
      'footnotes: {numbering: per-chapter, first: 1}',
    ),
  'a note put in behind a cited number': () =>
    bookOf({
      'a.md':
        '# One\n\nText.[^1] More.[^1a] See @fn-1a. Last.[^2]\n\n[^1]: First.\n\n[^1a]: Put in.\n\n[^2]: Second.\n',
    }),
  'no notes at all': () => bookOf({ 'a.md': '# Alone\n\nNothing is noted here.\n' }),
  'Cyrillic and accents': () =>
    bookOf(
      {
        'a.md': '# Глава\n\nТекст на русском языке.[^a] Café naïve, й и ё.\n\n[^a]: Примечание.\n',
      },
      'languages: {Cyrl: ru}',
    ),
  'a figure with a note in its caption': () =>
    bookOf(
      {
        'a.md':
          '# Figures\n\nBefore.[^a] See @fig-x and [-@fig-x].\n\n![Dated events[^b]](x.svg){#fig-x alt="A box" credit="Drawn here."}\n\nAfter.[^c]\n\n[^a]: One.\n\n[^b]: Two.\n\n[^c]: Three.\n',
      },
      '',
      { 'x.svg': drawing },
    ),
  'blocks of every kind': () =>
    bookOf({
      'a.md':
        '# Blocks\n\n3. third\n4. fourth\n\n   with more\n\n- [x] done\n- [ ] to do\n\n```\nlet a = 1\n  b\n```\n\n> A quotation.\n>\n> > Inside another.\n\n---\n\nA line  \nbroken.[^a]\n\n[^a]: > Quoted in a note.\n',
    }),
  'notes over several pages': () => bookOf({ 'a.md': `# Long\n\n${long}\n\n${longNotes}\n` }),
  'two notes of more than a page called in one line': () =>
    bookOf({
      'a.md': `# Giants\n\n${long.slice(0, 700).replaceAll(/\[\^n\d+\]/gu, '')} One[^a] and two.[^b]\n\n${long.replaceAll(/\[\^n\d+\]/gu, '')}\n\n${giants}\n`,
    }),
  'a table on its side with a note and a link': () =>
    bookOf({
      'a.md': `# Wide\n\nBefore.[^a]\n\n${wide}\n\n: Wide[^b] {#tbl-wide}\n\nAfter.[^d]\n\n[^a]: One.\n\n[^b]: Two.\n\n[^c]: Three.\n\n[^d]: Four.\n`,
    }),
  'figures that move and a table over several pages': () =>
    bookOf({ 'a.md': floats() }, '', { 'x.svg': drawing }),
  'an edition that is not final': () =>
    bookOf({ 'a.md': '# One\n\nText.[^a]\n\n[^a]: Note.\n' }, 'status: review'),
  'an edition that is embargoed': () =>
    bookOf(
      { 'a.md': '# One\n\nText.[^a]\n\n[^a]: Note.\n', 'b.md': '# Two\n\nText.\n' },
      'status: embargoed until 2021-03-01',
    ),
}
