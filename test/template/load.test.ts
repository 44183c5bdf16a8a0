import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTemplate } from '../../src/template/load.ts'
import { dateText, referenceText, wordsFor } from '../../src/template/words.ts'
import { writeFiles } from '../write-book.ts'

/** The report template, changed. */
function changed(from: string | RegExp, to: string, file = 'template.yaml') {
  const folder = writeFiles({})
  cpSync('templates/report', join(folder, 'mine'), { recursive: true })
  const path = join(folder, 'mine', file)
  const text = readFileSync(path, 'utf8')
  const next = text.replace(from, to)
  expect(next).not.toBe(text)
  writeFileSync(path, next)
  const { value, diagnostics } = loadTemplate('mine', [folder, 'templates'])
  return {
    value,
    found: diagnostics.map(
      ({ rule, message, position }) => `${position?.start.line ?? '-'} ${rule}: ${message}`,
    ),
  }
}
const report = loadTemplate('report', ['templates']).value!

describe('the report template', () => {
  it('loads without a finding, with every face', () => {
    expect(loadTemplate('report', ['templates']).diagnostics).toEqual([])
    for (const { faces } of Object.values(report.families))
      for (const face of Object.values(faces))
        expect(Buffer.from(face.bytes.subarray(0, 4)).toString()).toBe('OTTO')
  })
  it('keeps the text block on its page', () => {
    const { page, styles } = report
    const last = page.firstBaseline + (page.lines - 1) * styles.body.leading
    expect(last).toBeLessThan(page.footBaseline)
    expect(page.footBaseline).toBeLessThan(page.height)
    expect(page.width - page.inner - page.outer).toBe(324)
  })
})

describe('the letter template', () => {
  it('loads without a finding, on US Letter, heads in a sans', () => {
    const { value, diagnostics } = loadTemplate('letter', ['templates'])
    expect(diagnostics).toEqual([])
    expect(value?.page).toMatchObject({ width: 612, height: 792 })
    expect(value?.families[value.styles.heading2.family]?.kind).toBe('sans')
  })
})

describe('words', () => {
  it('of a template stand over those that all share, one by one', () => {
    const { value, found } = changed(
      /$/u,
      'words:\n  en:\n    figure: Fig.\n  kk:\n    notes: Ескертпелер\n',
    )
    expect(found).toEqual([])
    expect(value?.words['en']).toMatchObject({ figure: 'Fig.', table: 'Table' })
    expect(value?.words['kk']).toMatchObject({ notes: 'Ескертпелер', table: 'Table' })
  })
  it('that are no words of an edition are refused', () => {
    const { found } = changed(/$/u, 'words:\n  en:\n    figur: Fig.\n')
    expect(found).toEqual([expect.stringMatching(/unknown-key: `figur`/u)])
  })
  it('are all there in every language', () => {
    const [first, ...others] = Object.values(report.words).map((words) => Object.keys(words).sort())
    for (const keys of others) expect(keys).toEqual(first)
  })
})

describe('a template', () => {
  it('that is nowhere is refused', () => {
    expect(loadTemplate('nope', ['templates']).diagnostics).toMatchObject([
      { rule: 'missing-template' },
    ])
  })
  it.each([
    [
      'an ink that is more than all of it',
      "'#1f4e79': [95,",
      "'#1f4e79': [195,",
      /metadata-value: `inks\.#1f4e79\.0` must be four numbers from 0 to 100/u,
    ],
    [
      'a family to borrow from that it does not have',
      'borrows-from: [sans]',
      'borrows-from: [grotesk]',
      /missing-face: the family `text` borrows from `grotesk`/u,
    ],
    [
      'a face that is not there',
      'SourceSerif4SmText-It.otf',
      'Nope.otf',
      /missing-face: the face `npm:source-serif\/OTF\/Nope\.otf` is not there/u,
    ],
    [
      'a face outside its folder',
      'npm:source-serif/OTF/SourceSerif4SmText-It.otf',
      '../../x.otf',
      /missing-face/u,
    ],
    [
      'a family that it does not have',
      'family: caption',
      'family: captoin',
      /missing-face: the style `note` is set in `captoin`/u,
    ],
    [
      'a length without unit',
      'width: 6in',
      'width: 6',
      /metadata-value: `page\.width` must be a length/u,
    ],
    ['an unknown key', 'inner: 60pt', 'innner: 60pt', /unknown-key: `innner`/u],
    [
      'a colour that is none',
      "accent: '#1f4e79'",
      'accent: blue',
      /metadata-value: `colors\.accent` must be a colour/u,
    ],
    ['a slot that no book can fill', '{title}', '{titel}', /unknown-key: `\{titel\}`/u],
  ])('with %s is refused', (_, from, to, expected) => {
    const { value, found } = changed(
      from,
      to,
      from.startsWith('{') ? 'title-page.md' : 'template.yaml',
    )
    expect(value).toBeUndefined()
    expect(found.join('\n')).toMatch(expected)
  })
})

describe('words', () => {
  it('are those of the primary language, else English', () => {
    expect(wordsFor(report, 'de-AT').figure).toBe('Abbildung')
    expect(wordsFor(report, 'kk').figure).toBe('Figure')
  })
  it('write a date as the language does', () => {
    expect(dateText('2020-12-05', wordsFor(report, 'en-US'))).toBe('December 5, 2020')
    expect(dateText('2020-12-05', wordsFor(report, 'de'))).toBe('5. Dezember 2020')
  })
  it('name what a reference leads to', () => {
    const words = wordsFor(report, 'en')
    const reference = {
      type: 'crossReference',
      kind: 'note',
      number: '580',
      title: '',
      bare: false,
      page: false,
    } as const
    const position = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    }
    expect(referenceText({ ...reference, position }, words)).toBe('note\u00A0580')
    expect(referenceText({ ...reference, position, bare: true }, words)).toBe('580')
    expect(referenceText({ ...reference, position, chapter: 'Kazakhstan' }, words)).toBe(
      'note\u00A0580 in “Kazakhstan”',
    )
  })
})
