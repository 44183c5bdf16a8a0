import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runNotes, type NotesOptions } from '../../src/command/notes.ts'
import { bookYaml, writeFiles } from '../write-book.ts'
import { outside, recorder } from './terminal.ts'

async function notes(
  files: Record<string, string>,
  path: string,
  more: Partial<NotesOptions> = {},
) {
  const folder = writeFiles(files)
  const terminal = recorder()
  const options: NotesOptions = { format: 'csv', pages: false, ...more }
  const code = await runNotes(join(folder, path), options, outside, terminal)
  return { code, said: terminal.said(), out: terminal.results().replaceAll(`${folder}/`, '') }
}

const chapter = `# K

One.[^568] Two.^[A "short" note, 2 May 2019.] Three.[^law]

[^568]: Trend, *Work* (Dec. 4, 2020), <https://example.org/2019-01-01/>

    A second paragraph, see [the law](https://example.org/law).

[^law]: =1+1 is no formula, and ${'\\@'}SUM none.
`

it('reads the book whose book.yaml is named, its chapters beside it', async () => {
  const book = bookYaml(['part/k.md'], 'footnotes: { first: 568 }\n')
  const files = { 'book.yaml': book, 'part/k.md': chapter }
  const { code, out } = await notes(files, 'book.yaml', { format: 'json' })
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ title: 'Report', notes: [{ file: 'part/k.md' }, {}, {}] })
})

describe('imprimatur notes', () => {
  it('prints CSV that a spreadsheet takes for what it is', async () => {
    const { code, said, out } = await notes({ 'k.md': chapter }, 'k.md')
    expect({ code, said }).toEqual({ code: 0, said: '' })
    expect(out).toBe(
      [
        '\uFEFFnumber,label,chapter,file,line,called_line,page,text,addresses,dates',
        '568,568,k,k.md,5,3,,"Trend, Work (Dec. 4, 2020), https://example.org/2019-01-01/\nA second paragraph, see the law.",https://example.org/2019-01-01/ https://example.org/law,2020-12-04',
        '569,569,k,k.md,3,3,,"A ""short"" note, 2 May 2019.",,2019-05-02',
        "570,law,k,k.md,9,3,,'=1+1 is no formula, and @SUM none.,,",
        '',
      ]
        .join('\r\n')
        .replace("'=1+1 is no formula, and @SUM none.", '"\'=1+1 is no formula, and @SUM none."'),
    )
  })

  it('prints JSON of a shape that stays', async () => {
    const { out } = await notes({ 'k.md': chapter }, 'k.md', { format: 'json' })
    const data = JSON.parse(out) as { notes: unknown[] }
    expect(data).toMatchObject({ schema: 1, title: 'k', version: '1' })
    expect(data.notes[2]).toEqual({
      number: '570',
      label: 'law',
      chapter: 'k',
      file: 'k.md',
      line: 9,
      called_line: 3,
      page: null,
      text: '=1+1 is no formula, and @SUM none.',
      addresses: [],
      dates: [],
    })
  })

  it('names the printed pages where it is asked to', async () => {
    const words = 'Words that fill the page, one after the other, and then some more of them. '
    const text = Array.from(
      { length: 9 },
      (_, index) => `${words.repeat(9)}[^n${index}]\n\n${words.repeat(5)}\n`,
    )
    const texts = text.map((_, index) => `[^n${index}]: Note ${index}.\n`)
    const files = {
      'book.yaml': bookYaml(['a.md', 'b.md']),
      'a.md': `# A\n\n${text.join('\n')}\n${texts.join('\n')}`,
      'b.md': '# B\n\nOne.[^x]\n\n[^x]: X.\n',
    }
    const { out } = await notes(files, '.', { format: 'json', pages: true })
    const pages = (JSON.parse(out) as { notes: { page: string }[] }).notes.map(({ page }) => page)
    const numbers = pages.map(Number)
    expect(numbers[0]).toBe(1)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(new Set(pages).size).toBeGreaterThan(3)
    expect(numbers.at(-1)).toBeGreaterThan(numbers.at(-2) ?? 0)
  })

  it('says where numbers are not sound, and ends with 1', async () => {
    const { code, said, out } = await notes({ 'k.md': '# K\n\na[^1] b[^9]\n\n[^1]: A.\n' }, 'k.md')
    expect(code).toBe(1)
    expect(said).toMatch(/not sound, so numbers may change/u)
    expect(out).toContain('\r\n1,1,k,k.md,5,3,,A.,,\r\n')
  })

  it('ends with 2 where there is nothing to read', async () => {
    expect(await notes({}, 'nope.md')).toMatchObject({ code: 2, out: '' })
  })
})
