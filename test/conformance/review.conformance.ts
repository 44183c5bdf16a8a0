import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cases } from '../review/cases.ts'
import { docxOf, edited, reviewed } from '../review/edit.ts'
import { isThere, run, temporary, unless } from './programs.ts'

const folder = temporary()
const saved = join(folder, 'saved')
const file = (index: number): string => `case-${String(index).padStart(2, '0')}.docx`

describe.skipIf(unless(isThere('soffice'), 'files that LibreOffice has saved'))(
  'what an editor did comes back from LibreOffice',
  () => {
    beforeAll(async () => {
      mkdirSync(saved)
      for (const [index, { markdown, edits }] of cases.entries()) {
        const bytes = await docxOf(markdown)
        writeFileSync(join(folder, file(index)), edited(bytes, ...edits))
        writeFileSync(join(folder, `plain-${file(index)}`), bytes)
      }
      const files = readdirSync(folder).filter((name) => name.endsWith('.docx'))
      run(
        'soffice',
        '--headless',
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        saved,
        ...files.map((name) => join(folder, name)),
      )
    }, 600_000)

    it.each(cases.map((each, index) => ({ ...each, index })))(
      '$says',
      ({ markdown, expected, index }) => {
        expect(reviewed(readFileSync(join(saved, `plain-${file(index)}`))).markdown).toBe(markdown)
        expect(reviewed(readFileSync(join(saved, file(index)))).markdown).toBe(expected)
      },
    )
  },
)
