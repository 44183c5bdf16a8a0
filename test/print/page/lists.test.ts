import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Book } from '../../../src/model/book.ts'
import { sourcesOf } from '../../../src/model/sources.ts'
import { toBook } from '../../../src/model/to-book.ts'
import type { Page } from '../../../src/print/page/page.ts'
import { readBook } from '../../../src/source/read.ts'
import { pagesOf } from './tiny.ts'

/** A book of these chapters. */
function bookOf(chapters: readonly string[], settings = ''): Book {
  const folder = mkdtempSync(join(tmpdir(), 'lists-'))
  const names = chapters.map((_, index) => `c${index + 1}.md`)
  chapters.forEach((text, index) => writeFileSync(join(folder, names[index] ?? ''), text))
  writeFileSync(
    join(folder, 'book.yaml'),
    `title: T\nlanguage: en\ndate: 2021-01-01\n${settings}chapters: [${names.join(', ')}]\n`,
  )
  const { value } = readBook(folder)
  rmSync(folder, { recursive: true })
  if (value === undefined) throw new Error('the book cannot be read')
  return toBook(value, {})
}

const table = (caption: string): string => `| a |\n| - |\n| 1 |\n\n: ${caption}\n\n`
const linesOf = (pages: readonly Page[], kind: Page['kind']): readonly string[] =>
  pages
    .filter((page) => page.kind === kind)
    .flatMap(({ items }) =>
      items.flatMap((item) =>
        item.type === 'line' && !['ornament', 'folio', 'runningHead'].includes(item.owner.part)
          ? [item.line.text.replace(/\s+/gu, ' ')]
          : [],
      ),
    )

describe('lists before a book', () => {
  it('have the tables under their chapters where there are three, with their pages', async () => {
    const book = bookOf([
      `---\ntitle: One\n---\n\n${table('First')}${table('Second')}`,
      `---\ntitle: Two\n---\n\n${table('Third')}`,
    ])
    const lines = linesOf((await pagesOf(book)).value, 'contents')
    const tables = lines.slice(lines.indexOf('List of tables'))
    expect(tables).toEqual([
      'List of tables',
      'One',
      '1',
      'Table 1. First',
      '1',
      'Table 2. Second',
      '1',
      'Two',
      '3',
      'Table 1. Third',
      '3',
    ])
  })

  it('have no list of two tables', async () => {
    const book = bookOf([
      `---\ntitle: One\n---\n\n${table('First')}`,
      `---\ntitle: Two\n---\n\n${table('Second')}`,
    ])
    expect(linesOf((await pagesOf(book)).value, 'contents')).not.toContain('List of tables')
  })
})

describe('the index of sources', () => {
  const chapter =
    '---\ntitle: One\n---\n\nText.[^1] More.[^2]\n\n[^1]: A, <https://www.b.org/x>.\n[^2]: B, <https://a.org/>, and <https://b.org/x>.\n'

  it('has every address under its host, with the notes that give it', () => {
    expect(sourcesOf(bookOf([chapter]))).toMatchObject([
      { name: 'a.org', addresses: [{ path: '', notes: [{ number: '2' }] }] },
      { name: 'b.org', addresses: [{ path: '/x', notes: [{ number: '1' }, { number: '2' }] }] },
    ])
  })

  it('stands after the text where the book wants it, and in the contents', async () => {
    const { value } = await pagesOf(
      bookOf([chapter, '---\ntitle: Two\n---\n\nText.\n'], 'sources-index: true\n'),
    )
    expect(linesOf(value, 'index')).toEqual(['Index of sources', 'a.org', '2', 'b.org', '/x 1, 2'])
    expect(linesOf(value, 'contents')).toContain('Index of sources')
    expect(value.at(-1)?.kind).toBe('index')
  })

  it('is left out where it is not wanted', async () => {
    expect(linesOf((await pagesOf(bookOf([chapter]))).value, 'index')).toEqual([])
  })
})
