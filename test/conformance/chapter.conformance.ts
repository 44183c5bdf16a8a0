import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  beside,
  chapterNumbers,
  cli,
  isBeside,
  isThere,
  run,
  temporary,
  unless,
  unzip,
} from './programs.ts'

const out = temporary()
const file = (extension: string): string => join(out, `kazakhstan.${extension}`)

beforeAll(() => {
  run(process.execPath, cli, 'build', 'source', '--out', out)
})

describe('the print edition', () => {
  it.skipIf(unless(isThere('qpdf'), 'PDF syntax, by qpdf'))('is sound PDF', () => {
    expect(run('qpdf', '--check', file('pdf'))).toContain(
      'No syntax or stream encoding errors found',
    )
  })
  it.skipIf(unless(isThere('pdftotext'), 'text of the PDF, by poppler'))(
    'can be copied, Cyrillic too',
    () => {
      const text = run('pdftotext', '-layout', file('pdf'), '-')
      expect(text).toContain('Готов ли Казахстан к технологической гонке?')
      for (const number of chapterNumbers)
        expect(text).toMatch(new RegExp(`^\\s*${number}\\s`, 'mu'))
      expect(run('pdffonts', file('pdf'))).not.toMatch(/\bno\s+(?:yes|no)\s+(?:yes|no)\s+\d/u)
    },
  )
  it.skipIf(unless(isBeside('tools/quality.mjs'), 'typographic quality, by the meter'))(
    'has every note on the page of its call, no overfull line, no widow and no orphan',
    () => {
      const quality = JSON.parse(
        run(process.execPath, beside('tools/quality.mjs'), file('pdf')),
      ) as {
        overfull: number
        widows: number
        orphans: number
        notes: Record<string, number>
      }
      expect(quality).toMatchObject({
        overfull: 0,
        widows: 0,
        orphans: 0,
        strandedHeadings: 0,
        notes: { notes: 33, calls: 33, samePage: 33, offPage: 0, callWithoutNote: 0, badSplits: 0 },
      })
    },
  )
})

describe('the Word edition', () => {
  it.skipIf(unless(isThere('soffice') && isThere('pdftotext'), 'the Word file, by LibreOffice'))(
    'shows 568 to 600 in LibreOffice',
    () => {
      run(
        'soffice',
        `-env:UserInstallation=file://${join(out, 'profile')}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        join(out, 'word'),
        file('docx'),
      )
      const text = run('pdftotext', '-layout', join(out, 'word', 'kazakhstan.pdf'), '-')
      for (const number of chapterNumbers)
        expect(text).toMatch(new RegExp(`^\\s*${number}\\s`, 'mu'))
    },
  )
  it('has 33 notes from 568, and fields with cached values', () => {
    expect(
      unzip(file('docx'), 'word/footnotes.xml').match(/<w:footnote w:id="[1-9]/gu),
    ).toHaveLength(33)
    const document = unzip(file('docx'), 'word/document.xml')
    expect(document).toContain('<w:numStart w:val="568"/>')
    expect(document).toMatch(/NOTEREF/u)
    expect(document).toMatch(/ REF /u)
  })
})

describe('the EPUB edition', () => {
  it('is valid by the rules of EPUBCheck 5', () => {
    const said = run('npx', '--no-install', 'epubcheck-ts', file('epub'), '--fail-on-warnings')
    expect(said).not.toMatch(/[1-9]\d* (?:errors?|warnings?|fatal)/iu)
  })
  const jar = '/usr/share/java/epubcheck.jar'
  it.skipIf(unless(existsSync(jar), 'the EPUB, by EPUBCheck 4'))('is valid by EPUBCheck 4', () => {
    // 4.2.6 knows the rules of 3.2, in which the source of printed pages has no name yet.
    const { stdout, stderr } = spawnSync('java', ['-jar', jar, file('epub')], { encoding: 'utf8' })
    const said = `${stdout}${stderr}`
    expect(said).toMatch(/Messages: \d/u)
    const faults = said.split('\n').filter((line) => /^(?:ERROR|WARNING|FATAL)/u.test(line))
    expect(faults.filter((line) => !/OPF-027.*pageBreakSource/u.test(line))).toEqual([])
  })
})

describe('a second build', () => {
  it('gives the same bytes elsewhere, later and in another language', () => {
    const again = temporary()
    run(
      'env',
      '-C',
      process.cwd(),
      'TZ=Asia/Almaty',
      'LANG=tr_TR.UTF-8',
      'LC_ALL=C',
      process.execPath,
      cli,
      'build',
      'source',
      '--out',
      again,
    )
    const sums = (folder: string): string =>
      run(
        'sha256sum',
        ...['pdf', 'docx', 'epub'].map((extension) => join(folder, `kazakhstan.${extension}`)),
      ).replaceAll(folder, '')
    expect(sums(again)).toBe(sums(out))
  })
})
