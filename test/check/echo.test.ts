import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readLone } from '../../src/source/read.ts'
import { checkFile } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Findings of a chapter as `line rule`, infos left out. */
function found(text: string): string[] {
  const path = join(folder, 'chapter.md')
  writeFileSync(path, `---\ntitle: Title\n---\n${text}`)
  return checkFile(path)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, position }) => `${position?.start.line} ${rule}`)
}

const texts = (...labels: (string | number)[]): string =>
  labels.map((label) => `\n[^${label}]: Text of it.\n`).join('')

describe('one cause gives one message', () => {
  test('a call without its caret leaves no gap and no unused note', () => {
    expect(found(`A[^5] b[6] c[^7]\n${texts(5, 6, 7)}`)).toEqual(['4 footnote-without-caret'])
  })

  test('a label with a space is told once for its call and its text', () => {
    expect(
      found('A[^Note 5] b[^6]\n\n[^Note 5]: Text of it.\n\n[^6]: Text, see its own.\n'),
    ).toEqual(['4 space-in-footnote'])
    expect(found('A[^Note 5] b[^6]\n\n[^Note 5]: <https://a.org/>\n\n[^6]: Text.\n')).toEqual([
      '4 space-in-footnote',
    ])
  })

  test('a comment without its end is told where words alone are lost', () => {
    expect(found(`A[^5]\n\n<!-- Later.\n\nWords that nobody prints.\n`)).toEqual([
      '4 undefined-footnote',
      '6 unclosed-fence',
    ])
    expect(found(`A[^5]\n${texts(5)}\n<!-- The last word.\n`)).toEqual(['8 unclosed-fence'])
  })

  test('a call before a colon that came to the head of a line is told as such', () => {
    const broken = 'A[^5] it says in the law\n[^6]: more of the text\nand so on.[^7]\n'
    expect(found(`${broken}${texts(5, 6, 7)}`)).toEqual(['5 glued-footnote'])
    expect(found(`${broken}${texts(5, 7)}`)).toEqual(['5 glued-footnote'])
    // What is called has its text there, and a sentence that ends is not broken into.
    expect(found('A[^5] it says in the law\n[^5]: more of the text.\n')).toEqual([])
    expect(found('A[^5] it says so.\n[^6]: A text.\n\n[^5]: Text.\n')).toEqual([
      '5 unused-footnote',
    ])
  })

  test('no number is proposed that a mend of the notes would move', () => {
    const helps = (text: string): (string | undefined)[] => {
      found(text)
      return checkFile(join(folder, 'chapter.md'))
        .filter(({ rule }) => rule === 'reference-typed-by-hand')
        .map(({ help }) => /`([^`]+)`/.exec(help ?? '')?.[1])
    }
    expect(helps(`A[^a] b[^b] c[^c], see note 2.\n${texts('a', 'b', 'c')}`)).toEqual(['@fn-b'])
    // The second call has lost its caret: what is note 2 now will be note 3.
    expect(helps(`A[^a] b[x] c[^c], see note 2.\n${texts('a', 'x', 'c')}`)).toEqual(['@fn-label'])
    expect(helps(`A[^1] b[^3] c[^2], see note 2.\n${texts(1, 2, 3)}`)).toEqual(['@fn-2'])
  })

  test('what a mend takes along is not told of', () => {
    expect(found(`A[^5]\n\n[^5]: See <https://www. oecd.org/b>\n`)).toEqual(['6 url-with-space'])
    expect(found(`A[^5]\n\n[^5]: [^5]: Text of it.\n`)).toEqual(['6 glued-footnote'])
    expect(found(`A<a href="#_ftn1">[1]</a> b[^2]\n${texts(1, 2)}`)).toEqual([
      '4 footnote-without-caret',
    ])
    expect(found(`A[^1] b^[ ] c[^2]\n${texts(1, 2)}`)).toEqual(['4 empty-footnote'])
    expect(found('He “says“ it.\n')).toEqual(['4 unbalanced-quote'])
    expect(found('It is (so] there.\n')).toEqual(['4 unbalanced-bracket'])
    // Tags that hold no call stay.
    expect(found('A <a href="#_ftn1">word</a>.\n')).toEqual(['4 raw-html'])
  })

  test('a mistyped label is told at its call', () => {
    expect(found(`A[^5] b[^66] c[^7]\n${texts(5, 6, 7)}`)).toEqual(['4 undefined-footnote'])
  })

  test('a label typed twice speaks for the one that is missing', () => {
    expect(found(`A[^5] b[^5] c[^7]\n${texts(5, 6, 7)}`)).toEqual(['4 footnote-called-twice'])
    expect(found(`A[^5] b[^6] c[^7]\n${texts(5, 5, 7)}`)).toEqual(['8 duplicate-footnote'])
  })

  test('an open fence speaks for everything that it swallows', () => {
    expect(found(`A[^5] b[^6]\n\n\`\`\`\nc[^7]\n${texts(5, 6, 7)}`)).toEqual(['6 unclosed-fence'])
  })

  test('a fence closed by the opening of the next one is told at its own opening', () => {
    const text = `A[^5]\n\n\`\`\`\ncode\n\nb[^6]\n\n\`\`\`\ncode\n\`\`\`\n${texts(5, 6)}`
    expect(found(text)).toEqual(['6 unclosed-fence'])
  })

  test('two calls that changed places are one finding, at the one that comes too early', () => {
    expect(found(`A[^5]\n\nb[^7]\n\nc[^6]\n\nd[^8]\n${texts(5, 6, 7, 8)}`)).toEqual([
      '6 footnote-out-of-order',
    ])
  })

  test('a call that wandered is the one that is told', () => {
    expect(found(`A[^9]\n\nb[^5] c[^6] d[^7] e[^8]\n${texts(5, 6, 7, 8, 9)}`)).toEqual([
      '4 footnote-out-of-order',
    ])
  })
})

describe('what a careful reader would have marked', () => {
  test('a space that is missing behind a call', () => {
    expect(found(`One.[^1]The other.[^2] “Yes.”[^3] Then.\n${texts(1, 2, 3)}`)).toEqual([
      '4 footnote-inside-word',
    ])
  })

  test('a number glued to the end of a sentence, where no note waits for it', () => {
    expect(found(`It was large.2 The bench was small.[^1]\n${texts(1)}`)).toEqual([
      '4 footnote-typed-by-hand',
    ])
    expect(found(`See No.2 The act of sec.2 The law.[^1] So.[^2]\n${texts(1, 2)}`)).toEqual([])
  })

  test('a fence that is left open and swallows headings and references', () => {
    const rest = '\n```\ncode\n\n## Results\n\nThis is lost.\n'
    expect(found(`One.[^1]\n${texts(1)}${rest}`)).toEqual(['8 unclosed-fence'])
    expect(found(`One.[^1]\n${texts(1)}\n\`\`\`\ncode\n`)).toEqual([])
  })

  test('an older note named by its number, but not a note of another book', () => {
    expect(
      found(`One.[^1] Two.[^2]\n\n[^1]: Doe, *A*, 45 n. 1.\n\n[^2]: Doe, supra n. 1, at 12.\n`),
    ).toEqual(['8 reference-typed-by-hand'])
  })

  test('curly marks round the values of a figure, once', () => {
    const figure = '![A cap](x.svg){#fig-x alt=“Plan of the hall and the tank.”}'
    writeFileSync(
      join(folder, 'x.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    )
    writeFileSync(
      join(folder, 'curly.md'),
      `---\ntitle: T\ndate: 2020-12-15\n---\n\nText, @fig-x.\n\n${figure}\n`,
    )
    const { diagnostics } = readLone(join(folder, 'curly.md'), { today: '2020-12-15' })
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['figure-braces'])
  })

  test('a note with a name too many before the first that is a number', () => {
    const text = `---\ntitle: T\nfootnotes: 10-13\n---\nOne.[^a] New.[^new] Two.[^11] Three.[^c] Four.[^13]\n${texts('a', 'new', 11, 'c', 13)}`
    writeFileSync(join(folder, 'named.md'), text)
    const own = checkFile(join(folder, 'named.md')).filter(({ severity }) => severity === 'error')
    expect(own.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'footnote-number: note 11 would print as 12',
    ])
  })
})

describe('a note put in behind a cited number', () => {
  test('leaves the numbers after it alone', () => {
    expect(found(`A[^5] b[^5a] c[^6] d[^6a] e[^6b]\n${texts(5, '5a', 6, '6a', '6b')}`)).toEqual([])
  })

  test('has to stand behind that number', () => {
    expect(found(`A[^5] b[^6a] c[^6] d[^7]\n${texts(5, '6a', 6, 7)}`)).toEqual([
      '4 footnote-number',
    ])
    expect(found(`A[^5] b[^5b] c[^6]\n${texts(5, '5b', 6)}`)).toEqual(['4 footnote-number'])
  })
})

describe('what is sound is left alone', () => {
  test.each([
    ['a unit, a power, a variable', 'm² and 10⁶, x², km², CO², R²; 1.[^1] 2.[^2] 3.[^3]'],
    ['years and names', 'In 1999 GPT4, COVID-19, H1N1, Web3 and B2B.[^1] So.[^2] On.[^3]'],
    ['decimals, times, ratios', '3.1 and 1,2 at 10:2 or 16:9, v.2, No.3.[^1] So.[^2] On.[^3]'],
    ['citations beside notes', 'As [1], [2], [3] and [1] say.[^1] So.[^2] On.[^3]'],
    ['escaped brackets that are no note', 'Write \\[^label\\] or \\[^x].[^1] So.[^2] On.[^3]'],
    ['arrays and classes of characters', 'a[1], `b[2]`, [^a-z] and `[^1]`.[^1] So.[^2] On.[^3]'],
  ])('%s', (_, text) => {
    expect(found(`${text}\n${texts(1, 2, 3)}`)).toEqual([])
  })

  test('texts in any order, tight or wide, after their paragraph or at the end', () => {
    expect(found('A[^1]\n[^1]: x\n[^2]: y\n\nb[^2]\n')).toEqual([])
    expect(found('A[^1] b[^2]\n\n[^2]: y\nlazily on\n[^1]: x\n')).toEqual([])
  })

  test('labels that are names of object members', () => {
    expect(found(`A[^__proto__] b[^constructor]\n${texts('__proto__', 'constructor')}`)).toEqual([])
  })
})
