import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pt } from '../../../src/unit/length.ts'
import { breakLines } from '../../../src/print/line/break-lines.ts'
import type { Line } from '../../../src/print/line/line.ts'
import type { ParagraphSettings } from '../../../src/print/line/paragraph.ts'
import { openTypesetter } from '../type/typesetter.ts'
import { plainRun, runsOf, settingsOf } from './set-text.ts'

const folder = new URL('.', import.meta.url)
const typesetter = await openTypesetter()

/**
 * The parts of a fixture: a sentence that is the test's name, settings, a paragraph in the markup of
 * `runsOf`, and its lines, each after its adjustment ratio and before the hyphen that was added.
 * `vitest --update` writes the lines anew; read the difference before you commit it.
 */
describe('paragraphs as set', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const url = new URL(file, folder)
    const [name = '', settings = '', paragraph = ''] = readFileSync(url, 'utf8').split('\n---\n')
    it(`${file}: ${name}`, async () => {
      const set = breakLines(
        typesetter,
        runsOf(paragraph.replaceAll('\n', ' ')),
        readSettings(settings),
      )
      const lines = set.lines.map(printLine)
      for (const { line, by } of set.overfull) lines[line] += `  over by ${by.toFixed(2)}`
      await expect(
        [name, settings, paragraph, lines.join('\n'), ''].join('\n---\n'),
      ).toMatchFileSnapshot(url.pathname)
    })
  }
})

function printLine(line: Line): string {
  const ratio = line.ratio.toFixed(2).replace('-0.00', '0.00').padStart(6)
  const short = line.measure - line.width
  const white = short > 0.01 ? `  short ${short.toFixed(2)}` : ''
  return `${ratio}  ${line.text}${line.hyphenated ? '-' : ''}${white}`
}

/** Lines of `measure 324`, as `ParagraphSettings` names them; `label 568` hangs a label. */
function readSettings(text: string): ParagraphSettings {
  const changes: Record<string, unknown> = {}
  for (const line of text.split('\n')) {
    const [key = '', value = ''] = line.split(/ (.*)/)
    if (key === 'label') changes[key] = { runs: [plainRun(value)], align: 'start', gap: pt(4) }
    else if (value === 'true' || value === 'false') changes[key] = value === 'true'
    else changes[key] = Number.isNaN(Number(value)) ? value : Number(value)
  }
  return settingsOf(324, changes)
}
