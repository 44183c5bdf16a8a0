import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/check/check.ts'
import type { Setting } from '../../src/check/setting.ts'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { frame } from '../../src/diagnostic/frame.ts'
import { toBook } from '../../src/model/to-book.ts'
import { settingOf } from '../../src/setting.ts'
import { readBook, readLone } from '../../src/source/read.ts'
import { loadTemplate } from '../../src/template/load.ts'

/** Where the fixtures of a rule stand, as the goldens print it. */
export const folderOf = (rule: string): string => join('test/check', rule)

/** Checks `good` or `bad` of a rule: a chapter, or a folder with `book.yaml` where it takes several. */
export function checkFixture(rule: string, name: 'good' | 'bad'): readonly Diagnostic[] {
  const book = join(folderOf(rule), name)
  const setting = asksOfTemplate.includes(rule) ? report() : undefined
  return existsSync(join(book, 'book.yaml'))
    ? checkBook(book, setting)
    : checkFile(`${book}.md`, setting)
}

/** Rules that find nothing where no template is known; the fixtures of all others may hold any script. */
const asksOfTemplate = ['missing-glyph', 'coarse-image']

/** The setting by this program's own template. */
function report(): Setting {
  const { value } = loadTemplate('report', ['templates'])
  if (value === undefined) throw new Error('the template is not there')
  return settingOf(value)
}

export function checkFile(path: string, setting?: Setting): readonly Diagnostic[] {
  const { value, diagnostics } = readLone(path, { today: '2020-12-15' })
  if (value === undefined) throw new Error(`${path} cannot be read: ${diagnostics[0]?.message}`)
  return check(toBook(value), setting)
}

function checkBook(folder: string, setting?: Setting): readonly Diagnostic[] {
  const { value, diagnostics } = readBook(folder)
  if (value === undefined) throw new Error(`${folder} cannot be read: ${diagnostics[0]?.message}`)
  return check(toBook(value), setting)
}

/** Findings as they are printed, each with the line it stands on. */
export const printed = (findings: readonly Diagnostic[]): string =>
  findings
    .map((finding) => {
      const text = finding.file === undefined ? undefined : readFileSync(finding.file, 'utf8')
      return frame(finding, text)
    })
    .join('\n')
