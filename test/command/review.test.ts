import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runReview, type ReviewOptions } from '../../src/command/review.ts'
import { writeFiles } from '../write-book.ts'
import { docxOf, edited, type Edit } from '../review/edit.ts'
import * as e from '../review/edit.ts'
import { outside, recorder } from './terminal.ts'

const markdown = '# T\n\nOne two three.[^a]\n\nFour five.\n\n[^a]: Note, <https://example.org>.\n'

const options = (book: string, more: Partial<ReviewOptions> = {}): ReviewOptions => ({
  book,
  apply: false,
  choice: {},
  quiet: false,
  format: 'line',
  ...more,
})

/** A folder with the chapter and a Word file for each list of edits. */
async function folderWith(...files: readonly (readonly Edit[])[]): Promise<string> {
  const bytes = await docxOf(markdown)
  return writeFiles({
    'chapter.md': markdown,
    ...Object.fromEntries(
      files.map((edits, index) => [`${String(index + 1)}.docx`, edited(bytes, ...edits)]),
    ),
  })
}

function reviewIn(folder: string, names: readonly string[], more: Partial<ReviewOptions> = {}) {
  const terminal = recorder()
  const code = runReview(
    names.map((name) => join(folder, name)),
    options(join(folder, 'chapter.md'), more),
    outside,
    terminal,
  )
  const chapter = readFileSync(join(folder, 'chapter.md'), 'utf8')
  return { code, out: terminal.results(), err: terminal.said(), chapter }
}

describe('imprimatur review', () => {
  it('lists changes with place, author and date, shows the difference, and writes nothing', async () => {
    const { code, out, chapter } = reviewIn(await folderWith([e.replace('two', '2')]), ['1.docx'])
    expect(out).toContain('chapter.md:3  replacement “two” → “2”, Editor, 2021-01-05')
    expect(out).toContain('-One two three.[^a]\n+One 2 three.[^a]\n')
    expect(code).toBe(0)
    expect(chapter).toBe(markdown)
  })

  it('writes the Markdown where that is asked for', async () => {
    const folder = await folderWith([e.replace('two', '2')])
    const { chapter } = reviewIn(folder, ['1.docx'], { apply: true })
    expect(chapter).toBe(markdown.replace('two', '2'))
  })

  it('takes the changes of the named author alone, or all others', async () => {
    const folder = await folderWith([e.replace('two', '2', 'A'), e.replace('five', '5', 'B')])
    const taken = (more: Partial<ReviewOptions>): string => reviewIn(folder, ['1.docx'], more).out
    expect(taken({ choice: { authors: ['a'] } })).toContain('+One 2 three')
    expect(taken({ choice: { authors: ['a'] } })).not.toContain('+Four 5')
    expect(taken({ choice: { authors: ['a'], isRejection: true } })).toContain('+Four 5')
  })

  it('merges what several editors did', async () => {
    const folder = await folderWith([e.replace('two', '2')], [e.replace('five', '5')])
    const { chapter } = reviewIn(folder, ['1.docx', '2.docx'], { apply: true })
    expect(chapter).toBe(markdown.replace('two', '2').replace('five', '5'))
  })

  it('shows both sides where two editors changed one word, and writes neither', async () => {
    const folder = await folderWith([e.replace('two', '2')], [e.replace('two', 'zwei')])
    const { code, err, chapter } = reviewIn(folder, ['1.docx', '2.docx'], { apply: true })
    expect(err).toMatch(/edit-conflict.*wants `2`.*wants `zwei`/u)
    expect(code).toBe(1)
    expect(chapter).toBe(markdown)
  })

  it('merges with what was changed in the manuscript meanwhile', async () => {
    const folder = await folderWith([e.replace('two', '2')])
    const today = `${markdown.replace('five', 'FIVE').replace('# T\n', '# T\n\nNew first.\n')}`
    writeFileSync(join(folder, 'chapter.md'), today)
    expect(reviewIn(folder, ['1.docx'], { apply: true }).chapter).toBe(today.replace('two', '2'))
  })

  it('does not write over what was changed in the manuscript meanwhile', async () => {
    const folder = await folderWith([e.replace('two', '2')])
    const today = markdown.replace('two', 'TWO')
    writeFileSync(join(folder, 'chapter.md'), today)
    const { code, err, chapter } = reviewIn(folder, ['1.docx'], { apply: true })
    expect(err).toMatch(/edit-conflict.*wants `2`.*says `TWO` today/u)
    expect(code).toBe(1)
    expect(chapter).toBe(today)
  })

  it('checks the manuscript with the changes', async () => {
    const call =
      /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteReference w:id="1"\/><\/w:r>/u
    const folder = await folderWith([e.swap(call, (run) => `<w:del${e.by()}>${run}</w:del>`)])
    const { code, err } = reviewIn(folder, ['1.docx'])
    expect(err).toContain('call-deleted-alone')
    expect(err).toContain('unused-footnote')
    expect(code).toBe(1)
  })

  it('holds a file that lost its source against the manuscript of today, and says so', async () => {
    const folder = await folderWith([
      e.replace('two', '2'),
      (parts) => parts.set('customXml/item1.xml', '<x/>'),
    ])
    const { err, out } = reviewIn(folder, ['1.docx'])
    expect(err).toContain('has lost what it was made from')
    expect(out).toContain('+One 2 three')
  })

  it('says what it is that is no Word file', () => {
    const folder = writeFiles({ 'chapter.md': markdown, '1.docx': '{\\rtf1 text}' })
    const { code, err } = reviewIn(folder, ['1.docx'])
    expect(err).toContain('it is rich text (RTF)')
    expect(code).not.toBe(0)
  })

  it('gives machines one value with changes, patch and findings', async () => {
    const { out } = reviewIn(await folderWith([e.replace('two', '2', '&lt;script>')]), ['1.docx'], {
      format: 'json',
    })
    const value = JSON.parse(out) as { files: { changes: unknown[] }[]; patch: string }
    expect(value.files[0]?.changes).toMatchObject([
      { type: 'replacement', author: '<script>', before: 'two', after: '2', line: 3 },
    ])
    expect(value.patch).toContain('+One 2 three')
  })
})
