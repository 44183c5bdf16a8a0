import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDocx } from '../../src/docx-reader/read-docx.ts'
import { docxOf, edited, reviewed, type Edit, type Parts } from './edit.ts'
import * as e from './edit.ts'

const markdown = `# The title

A first *paragraph with
emphasis* and **strong *both* words**, an escape \\*, an entity &amp; and code \`a b\`.[^one]

## A part of it {#sec-part}

Said [да нет]{lang=ru}, see @fn-one and [a link](https://example.org/a "T").^[An inline *note* here.]

- one item
  over lines
- two items[^two]

  with a paragraph

> A quotation of
> two lines.

| Head | Other |
| --- | --- |
| cell one | *cell* two |

[^one]: Note *one*, <https://example.org/one>.

    With a second paragraph.

[^two]: Note two.
`

const parts = ['word/document.xml', 'word/footnotes.xml'] as const

/** What an editor may type, marks of Markdown among it. */
const typed = fc.oneof(
  fc.constantFrom(
    ' new',
    '*',
    ' [x]',
    '_a_',
    ' \`',
    ' <b>',
    '\\\\',
    ' &lt;',
    ' 2 * 3',
    '@sec-part',
    '~~',
    ' 日本',
    '|',
    '#',
  ),
  fc.stringMatching(/^[a-z ]{1,8}$/u).filter((text) => text.trim() !== ''),
)

/** One edit of the n-th run of text, from one place in it to another. */
const edit = fc.record({
  part: fc.constantFrom(...parts),
  run: fc.nat(40),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('insert', 'delete', 'replace', 'retype'),
  text: typed,
})

/** Runs of the manuscript's own words: with a bookmark before them, and in no field. */
const runs =
  /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]+)<\/w:t><\/w:r>/gsu

type Wanted = typeof edit extends fc.Arbitrary<infer T> ? T : never

const toEdit =
  ({ part, run, from, to, kind, text }: Wanted): Edit =>
  (file: Parts) => {
    const xml = file.get(part) ?? ''
    const found = [...xml.matchAll(runs)].filter(({ index, 0: whole, 2: said = '' }) => {
      const before = xml.slice(0, index)
      const isInField = before.lastIndexOf('"separate"') > before.lastIndexOf('"end"')
      const isBesideField = xml.startsWith('<w:r><w:fldChar', index + whole.length)
      return !isInField && !isBesideField && said !== '' && before.includes('_im')
    })
    const chosen = found[run % Math.max(1, found.length)]
    if (chosen === undefined) return
    const [whole, properties = '', escaped = ''] = chosen
    const characters = escaped.match(/&[a-z]+;|[^&]/gu) ?? []
    const places = [from, to].map((share) => Math.round(share * characters.length))
    const [start = 0, end = 0] = places.sort((a, b) => a - b)
    const piece = (one: number, other: number, tag = 'w:t'): string => {
      const said = characters.slice(one, other).join('')
      return said === ''
        ? ''
        : `<w:r>${properties}<${tag} xml:space="preserve">${said}</${tag}></w:r>`
    }
    const added = e.run(text, properties.replace(/<\/?w:rPr>/gu, ''))
    const gone = piece(start, end, 'w:delText')
    const deletion =
      gone === '' || kind === 'insert' ? piece(start, end) : `<w:del${e.by()}>${gone}</w:del>`
    const insertion = kind === 'delete' ? '' : e.ins(added)
    const middle = kind === 'retype' ? added : deletion + insertion
    const made = piece(0, start) + middle + piece(end, characters.length)
    file.set(part, xml.slice(0, chosen.index) + made + xml.slice(chosen.index + whole.length))
  }

/** All words of a file with its changes accepted, white space aside. */
function wordsOf(bytes: Uint8Array): string {
  const { value } = readDocx(bytes, 'file.docx')
  if (value === undefined) throw new Error('not read')
  const texts = [...value.blocks, ...value.footnotes].map(({ text }) => text)
  return texts.join('').replace(/\s+/gu, '')
}

it('brings back what random edits made of every text, and nothing where they are rejected', async () => {
  const bytes = await docxOf(markdown)
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (wanted) => {
      const file = edited(bytes, ...wanted.map(toEdit))
      const back = reviewed(file).markdown
      expect(wordsOf(await docxOf(back))).toBe(wordsOf(file))
      if (wanted.every(({ kind }) => kind !== 'retype'))
        expect(reviewed(file, { isRejection: true }).markdown).toBe(markdown)
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40), seed: 7 },
  )
})
