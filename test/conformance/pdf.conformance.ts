import { existsSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { frontMatterOf } from '../../src/matter.ts'
import { readAndCheck } from '../../src/read-and-check.ts'
import { print } from '../../src/print/print.ts'
import { punctuate } from '../../src/template/punctuation.ts'
import { beside, cli, isBeside, isThere, run, temporary, unless } from './programs.ts'

const out = temporary()
const published = join(out, 'kazakhstan.pdf')

beforeAll(() => {
  run(process.execPath, cli, 'build', 'source', '--edition', 'print', '--out', out)
})

describe('the structure of the PDF', () => {
  it.skipIf(unless(isBeside('tools/pdfua-check.mjs'), 'PDF/UA-1, by an independent checker'))(
    'has no fault of PDF/UA-1',
    () => {
      expect(run(process.execPath, beside('tools/pdfua-check.mjs'), published)).toContain(
        '0 error rules',
      )
    },
  )

  it.skipIf(unless(isThere('pdfinfo'), 'the structure, by poppler'))(
    'reads in the order of the manuscript, each note after the paragraph that calls it',
    () => {
      const tree = run('pdfinfo', '-struct-text', published)
      const places = ['H1 (block)', 'An exact AI strategy', '"568"', '<fn-trend-2020>', 'L (block)']
      const at = places.map((each) => tree.indexOf(each))
      expect(at.every((each) => each >= 0)).toBe(true)
      expect(tree.indexOf('"568"')).toBeLessThan(tree.indexOf('An exact AI strategy'))
      expect(tree.indexOf('<fn-trend-2020>')).toBeLessThan(tree.indexOf('L (block)'))
    },
  )
})

// PDF/A-1b is what the checker knows; the same content is written to it.
const jars = [
  'preflight.jar',
  'pdfbox2.jar',
  'fontbox2.jar',
  'xmpbox.jar',
  'commons-logging.jar',
  'commons-io.jar',
  'jaxb-api.jar',
  'jakarta-activation.jar',
  'javax.activation.jar',
].map((name) => join('/usr/share/java', name))

describe('the archive form', () => {
  it.skipIf(unless(isThere('java') && existsSync(jars[0] ?? ''), 'PDF/A, by PDFBox Preflight'))(
    'has no fault of PDF/A-1b',
    async () => {
      const { value } = readAndCheck({ path: 'source' }, { today: '2021-01-01' }, 'making')
      if (value?.template === undefined) throw new Error('the chapter cannot be read')
      const book = punctuate(value.book, value.template)
      const matter = frontMatterOf(book, value.template, 'none')
      const made = await print(book, value.template, matter, { archive: 'PDF/A-1b' })
      const file = join(out, 'archive.pdf')
      writeFileSync(file, made.value?.bytes ?? '')
      const validator = 'org.apache.pdfbox.preflight.Validator_A1b'
      expect(run('java', '-cp', jars.join(delimiter), validator, file)).toContain(
        'is a valid PDF/A-1b file',
      )
    },
  )
})
