import { expect, it } from 'vitest'
import { breakLines, type SetParagraph } from '../../../src/print/line/break-lines.ts'
import type { Line } from '../../../src/print/line/line.ts'
import type { ParagraphSettings } from '../../../src/print/line/paragraph.ts'
import { endOf, runsOf, settingsOf } from '../line/set-text.ts'
import { openTypesetter } from '../type/typesetter.ts'

const typesetter = await openTypesetter(['Sam-ruk'])

/** A rule of the house: what must be true of a paragraph in the markup of `runsOf`, and its lines as a golden beside it. */
export const lineRule = (
  sentence: string,
  measure: number,
  text: string,
  check: (set: SetParagraph) => void,
  changes: Partial<ParagraphSettings> = {},
): void => {
  it(sentence, async () => {
    const set = breakLines(typesetter, runsOf(text), settingsOf(measure, changes))
    check(set)
    const name = sentence.replace(/[^a-z0-9]+/gu, '-')
    const golden = [sentence, `measure ${measure}`, text, dumpLines(set)].join('\n---\n')
    await expect(`${golden}\n`).toMatchFileSnapshot(`./lines/${name}.txt`)
  })
}

/** A line each: adjustment ratio, scale of the glyphs in hundredths, what hangs out at either end in pt, and the text. */
const dumpLines = ({ lines, overfull }: SetParagraph): string =>
  lines
    .map((line, index) => {
      const over = overfull.find((each) => each.line === index)
      const out = `${hangLeftOf(line).toFixed(2)} ${hangRightOf(line).toFixed(2)}`
      const ratio = line.ratio.toFixed(2).padStart(5)
      const scale = (scaleOf(line) * 100).toFixed(2).padStart(6)
      return `${ratio}  ${scale}  ${out}  ${lineText(line)}${over === undefined ? '' : `  over by ${over.by.toFixed(2)}`}`
    })
    .join('\n')

export const lineText = (line: Line): string => `${line.text}${line.hyphenated ? '-' : ''}`
export const scaleOf = (line: Line): number => line.runs[0]?.expansion ?? 1
/** How far ink stands out of the measure; never less than nothing. */
export const hangLeftOf = (line: Line): number => Math.max(0, 0 - (line.runs[0]?.x ?? 0))
export const hangRightOf = (line: Line): number => Math.max(0, endOf(line) - line.measure)

/** Tight, decent, loose, very loose (TeXbook, p. 97). */
export const classOf = ({ ratio }: Line): number =>
  ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
