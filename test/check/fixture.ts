import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/check/check.ts'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { frame } from '../../src/diagnostic/frame.ts'
import { toBook } from '../../src/model/to-book.ts'
import { readBook, readLone } from '../../src/source/read.ts'

/** Where the fixtures of a rule stand, as the goldens print it. */
export const folderOf = (rule: string): string => join('test/check', rule)

/** Checks `good` or `bad` of a rule: a chapter, or a folder with `book.yaml` where it takes several. */
export function checkFixture(rule: string, name: 'good' | 'bad'): readonly Diagnostic[] {
  const book = join(folderOf(rule), name)
  return existsSync(join(book, 'book.yaml')) ? checkBook(book) : checkFile(`${book}.md`)
}

export function checkFile(path: string): readonly Diagnostic[] {
  const { value, diagnostics } = readLone(path, { today: '2020-12-15' })
  if (value === undefined) throw new Error(`${path} cannot be read: ${diagnostics[0]?.message}`)
  return check(toBook(value))
}

function checkBook(folder: string): readonly Diagnostic[] {
  const { value, diagnostics } = readBook(folder)
  if (value === undefined) throw new Error(`${folder} cannot be read: ${diagnostics[0]?.message}`)
  return check(toBook(value))
}

/** Findings as they are printed, each with the line it stands on. */
export const printed = (findings: readonly Diagnostic[]): string =>
  findings
    .map((finding) => {
      const text = finding.file === undefined ? undefined : readFileSync(finding.file, 'utf8')
      return frame(finding, text)
    })
    .join('\n')
