import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkFile } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-slips-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Findings of a chapter as `line rule`, infos left out; its first line is line 4. */
function found(text: string, metadata = ''): string[] {
  const path = join(folder, 'chapter.md')
  writeFileSync(path, `---\ntitle: Title${metadata}\n---\n${text}`)
  return checkFile(path)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, position }) => `${position?.start.line} ${rule}`)
}

const text = '\n\n[^10]: Text of it.\n'

describe('a slip in one character is told where it stands, and once', () => {
  test.each([
    ['a bracket too many around', 'A word.[[^10]]', 'unclosed-footnote'],
    ['a bracket too many before', 'A word.[[^10] And on.', 'unclosed-footnote'],
    ['a bracket too many after', 'A word.[^10]] And on.', 'unclosed-footnote'],
    ['a close that is escaped', 'A word.[^10\\] And on.', 'escaped-footnote'],
    ['brackets as entities', 'A word.&#91;^10&#93; And on.', 'escaped-footnote'],
    ['a caret typed twice', 'A word.[^^10] And on.', 'footnote-label'],
    ['a letter for a digit', 'A word.[^1O] As @fn-10 says.', 'footnote-label'],
    ['a mark beside the label', 'A word.[^10*] And on.', 'footnote-label'],
    ['another key than the caret', 'A word.[~10] And on.', 'look-alike-bracket'],
    ['angle brackets', 'A word.<^10> And on.', 'look-alike-bracket'],
    ['a call pasted as a link', 'A word.[[10]](#_ftn10) And on.', 'footnote-typed-by-hand'],
  ])('%s', (_, line, rule) => {
    expect(found(`${line}${text}`)).toEqual([`4 ${rule}`])
  })

  test.each([
    ['two colons', '[^10]:: Text.', 'footnote-colon'],
    ['an escaped colon', '[^10]\\: Text.', 'escaped-footnote'],
    ['a label in bold', '**[^10]:** Text.', 'footnote-colon'],
    ['no caret and no colon', '[10] Text.', 'footnote-without-caret'],
    ['another bracket', '[^10): Text.', 'unclosed-footnote'],
    ['an item of a list', '- [^10]: Text.', 'glued-footnote'],
    ['a quotation of its own', '> [^10]: Text.', 'glued-footnote'],
    ['its own number', '[^10]: 10 Minutes of the board.', 'footnote-numbered-twice'],
    [
      'its own number before a decision',
      '[^10]: 10 Decision 2018-765 DC.',
      'footnote-numbered-twice',
    ],
    ['its own number before a law', '[^10]: 10 Loi n° 2018-765.', 'footnote-numbered-twice'],
    ['a number in brackets', '[^10]: [10] Minutes of the board.', 'footnote-numbered-twice'],
    ['another number in brackets', '[^10]: [11] Minutes of the board.', 'footnote-numbered-twice'],
  ])('before the text of a note: %s', (_, line, rule) => {
    expect(found(`A word.[^10] Other.[^11]\n\n${line}\n\n[^11]: Another.\n`)).toEqual([`6 ${rule}`])
  })

  test('a label with a zero before it, and a reference that has none', () => {
    const texts = '\n\n[^010]: Text of it.\n'
    expect(found(`A word.[^010] As @fn-10 says.${texts}`)).toEqual(['4 footnote-label'])
  })

  test('a number in brackets behind a word, whose note has its call', () => {
    const texts = [567, 568, 569].map((number) => `\n\n[^${number}]: Text of ${number}.`).join('')
    expect(found(`A list[569] is one.[^567] And on.[^568] So.[^569]${texts}\n`)).toEqual([
      '4 footnote-without-caret',
    ])
    expect(found(`A list[569] is one.[^568] And on.[^567] So.[^569]${texts}\n`)).toEqual([
      '4 footnote-without-caret',
      '4 footnote-out-of-order',
    ])
  })

  test('a note in its place without a text', () => {
    expect(found('A word.^[] And on.\n')).toEqual(['4 empty-footnote'])
  })

  test('a number behind a quotation that ends a sentence', () => {
    const text = 'We are “cheated of.”2 It is plain.[^b] So it is.[^c]'
    expect(found(`${text}\n\n[^b]: One.\n\n[^c]: Two.\n`)).toEqual(['4 footnote-typed-by-hand'])
    const last = 'A word.[^568] B.[^569] It is “the law.”570 A word follows.'
    expect(found(`${last}\n\n[^568]: One.\n\n[^569]: Two.\n`, '\nfootnotes: 568-570')).toEqual([
      '5 footnote-typed-by-hand',
    ])
    const ends = 'A word.[^568] B.[^569]\n\nIt is “the law”.570\n\nIt is.'
    expect(found(`${ends}\n\n[^568]: One.\n\n[^569]: Two.\n`, '\nfootnotes: 568-570')).toEqual([
      '7 footnote-typed-by-hand',
    ])
  })

  test('both halves of every note without a caret', () => {
    expect(found('A word.[1] B word.[2]\n\n[1]: The one text.\n\n[2]: The other text.\n')).toEqual([
      '6 footnote-without-caret',
      '8 footnote-without-caret',
    ])
  })

  test('two labels in one pair of brackets', () => {
    expect(found('A word.[^1,2]\n\n[^1]: One.\n\n[^2]: Two.\n')).toEqual(['4 footnote-label'])
    expect(found('A word.[^a; b]\n\n[^a]: One.\n\n[^b]: Two.\n')).toEqual(['4 footnote-label'])
  })

  test('a note in its place in a heading', () => {
    expect(found('## Part^[A note.]\n\nA word.[^2]\n\n[^2]: Two.\n')).toEqual([
      '4 footnote-in-heading',
    ])
  })

  test('a list that goes on with a note and is not indented', () => {
    expect(found('A word.[^1]\n\n[^1]: See:\n\n- one\n- two\n')).toEqual([
      '8 footnote-continuation',
    ])
  })

  test('no calls at all, for every text', () => {
    expect(found('A word.\n\n[^1]: One.\n\n[^2]: Two.\n', '\nfootnotes: 1-2')).toEqual([
      '7 unused-footnote',
      '9 unused-footnote',
    ])
  })

  test('a text glued to the end of a line', () => {
    expect(found('A word.[^98] B.[^99]\n\n[^98]: One. [^99]: glued\n')).toEqual([
      '6 glued-footnote',
    ])
  })

  test.each([
    ['a link', 'Roe, [Other](https://www.exam'],
    ['an emphasis', 'Roe, *Other Mat'],
    ['a strong one in underscores', 'Roe, __Other Mat'],
    ['an emphasis at the head', '*Other Mat'],
    ['a quotation', 'Roe, “Other Mat'],
    ['a German quotation', 'Roe, „Other Mat'],
    ['a parenthesis', 'Roe, *Other Matters* (Leiden: Bri'],
    ['the text of a link', 'Roe, [Other Mat'],
  ])('a file that ends in the middle of %s', (_, cut) => {
    expect(found(`A word.[^1]\n\n[^1]: ${cut}`)).toEqual(['6 truncated-file'])
    if (!cut.startsWith('*')) expect(found(`A word.\n\n${cut}`)).toEqual(['6 truncated-file'])
  })

  test('a title in the text, whose parts keep their level', () => {
    expect(found('A word.\n\n# Part\n\n### Section\n\nA word.\n')).toEqual(['6 second-title'])
  })

  test('a label of a link that is mistyped', () => {
    expect(found('A [word][nope] of it.\n\n[x]: https://example.org/\n')).toEqual([
      '4 undefined-link',
    ])
  })
})

describe('what only looks like a slip is left alone', () => {
  test.each([
    ['an editor’s brackets around a call', 'He came [late, says the clerk[^10]] and left.'],
    ['the same over two lines', 'He came [late,\nsays the clerk[^10]] and left.'],
    ['a class of characters', 'A word.[^10] The class [^\\s] or [^a-z_] or [^0-9].'],
    ['citations with a space', 'So Smith [10], Jones [11], and others [3–5] say.[^10]'],
    ['a number far from the notes', 'It is “the law.”1998 So it is.[^10]'],
    ['an edition behind a title', 'It is “the law” 2 times.[^10] The “law”2b too.'],
    ['a number that goes on', 'It is “the law.”12-14 So it is.[^10]'],
    ['a variable in italics', 'So *r*² is 0.94, and *mc*² is more.[^10]'],
    ['another work’s note', 'A word.[^10] Smith, note 10, says so.'],
  ])('%s', (_, line) => {
    expect(found(`${line}${text}`)).toEqual([])
  })

  test.each([
    'Roe, [Other](https://www.example.org/a)',
    'Roe, [*Other* (2000)](https://www.example.org/a_(b))',
    'Roe, *Other **Matters** of State*',
    'Roe, *Other*, “Matters,” (Leiden: Brill, 2000)',
    '„Ja“ sagte er, »so« und «non»',
    'A 5" board, a 2 * 3 and snake_case in x*y',
    'An interval ]0, 1[ and one of [0, 1) or (0, 1] too',
    'a) one, b) two',
    'A star* and another**',
    'The code `(a` and `*b`',
    '«»',
  ])('a file without a last line end, whole: %s', (last) => {
    const rules = (text: string): string[] => found(text).filter((each) => /truncated/.test(each))
    expect(rules(`A word.[^1]\n\n[^1]: ${last}`)).toEqual([])
    expect(rules(`A word.\n\n${last}`)).toEqual([])
    expect(rules(`A word.\n\n- (one\n- *two\n- ${last}`)).toEqual([])
  })

  test('thin spaces before most calls of a chapter, or in French', () => {
    const texts = '\n\n[^1]: One.\n\n[^2]: Two.\n\n[^3]: Three.\n'
    expect(found(`A\u2009[^1] word.\u2009[^2] And.[^3]${texts}`)).toEqual([])
    expect(found(`Un mot\u2009[^1]. Et[^2]. Et[^3].${texts}`, '\nlanguage: fr')).toEqual([])
  })

  test.each(['*Significant at 5 %', '| a | (b |\n| - | - |\n| c | (d', '## A part (one)'])(
    'a last line that opens nothing: %s',
    (last) => {
      expect(found(`A word.\n\n${last}`).filter((each) => /truncated/.test(each))).toEqual([])
    },
  )

  test.each([
    ['a year alone', '[^10]: 2020.'],
    ['a quantity', '[^10]: 10 minutes, by the tables.'],
    ['a volume of law', '[^10]: 10 U.S. 87 (1810).'],
    ['a volume of decisions', '[^10]: 10 Decisions 34.'],
    ['a reporter’s volume', '[^10]: 10 Wheaton 264.'],
    ['a journal of law', '[^10]: 10 Law Quarterly Review 34.'],
    ['a volume of a journal', '[^10]: 10 Yale Law Journal 34.'],
    ['an ordinal', '[^10]: 12. Jahresbericht der Seewarte.'],
    ['a year at its head', '[^10]: 2019 was the first year.'],
    ['its own number as another’s', '[^10]: Compare note 10 in the edition of 1912.'],
  ])('a text that begins or holds %s', (_, line) => {
    expect(found(`A word.[^10]\n\n${line}\n`)).toEqual([])
  })
})

describe('text between notes', () => {
  const paragraph = 'It goes on for a while, and says so at some length.'

  test('that calls notes itself is no part of a note', () => {
    const body = `\nOne.[^1] Two.[^2]\n\n[^1]: The one.\n\n${paragraph}^[In its place.]\n\n[^2]: The two.\n`
    expect(found(body)).toEqual([])
  })

  test('behind a note that stands near its call is none, where an earlier note stands at the end', () => {
    const body = `\nOne.[^a]\n\nTwo.[^b]\n\n[^b]: The two.\n\n${paragraph}\n\n[^a]: The one.\n`
    expect(found(body)).toEqual([])
  })

  test('that parts the first of several notes in order is told', () => {
    const body = `\nOne.[^a] Two.[^b] Three.[^c]\n\n[^a]: The one.\n\n${paragraph}\n\n[^b]: The two.\n\n[^c]: The three.\n`
    expect(found(body)).toEqual(['9 footnote-continuation'])
  })
})
