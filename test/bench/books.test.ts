import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { toBook } from '../../src/model/to-book.ts'
import { readBook } from '../../src/source/read.ts'
import { writeFiles } from '../write-book.ts'

/** Two chapters of a book of the bench, and its counts. */
function small(name: string): { folder: string; counts: string } {
  const folder = writeFiles({})
  const words = ['test/bench/books/write.js', name, folder, '2']
  return { folder, counts: execFileSync(process.execPath, words, { encoding: 'utf8' }) }
}

test.each(['long', 'notes-heavy', 'giant-notes', 'crowded', 'addresses'])(
  'the book “%s”, by which print is measured, is sound',
  (name) => {
    const { folder, counts } = small(name)
    const { value, diagnostics } = readBook(folder)
    expect(diagnostics).toEqual([])
    expect(check(toBook(value!)).filter((each) => each.severity !== 'info')).toEqual([])
    expect(counts).toContain('"equalParagraphs":0')
  },
)

test('a book is the same whenever it is written', () => {
  expect(small('crowded').counts).toBe(small('crowded').counts)
})
