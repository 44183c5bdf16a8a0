import type { Position } from '../../../src/diagnostic/diagnostic.ts'
import { pt } from '../../../src/unit/length.ts'
import { plainFeatures } from '../../../src/print/type/features.ts'
import type { Line } from '../../../src/print/line/line.ts'
import {
  bodySettings,
  type ParagraphRun,
  type ParagraphSettings,
} from '../../../src/print/line/paragraph.ts'
import { glyphsOf, textOf, widthOf, type SetGlyph } from '../../../src/print/line/set-words.ts'

/** Every test's text is on line 1 of its file. */
export const positionOf = (start: number, end: number): Position => ({
  start: { line: 1, column: start + 1, offset: start },
  end: { line: 1, column: end + 1, offset: end },
})

export const plainRun = (text: string, changes: Partial<ParagraphRun> = {}): ParagraphRun => ({
  text,
  face: 'roman',
  size: pt(10),
  color: '#000000',
  features: plainFeatures,
  meaning: { type: 'text' },
  position: positionOf(0, text.length),
  begins: { node: 0, index: 0 },
  ...changes,
})

/** Runs of a line of markup: `*italic*`, `^568^` for a footnote mark, `|` for a forced break. */
export function runsOf(markup: string): readonly ParagraphRun[] {
  const runs: ParagraphRun[] = []
  let at = 0
  for (const part of markup.split(/(\*[^*]+\*|\^[^^]+\^|\|)/)) {
    const inner = part.slice(1, -1)
    const isMarked = /^[*^]/.test(part)
    const node = isMarked ? at + 1 : at
    const length = isMarked ? inner.length : part.length
    const source = { position: positionOf(node, node + length), begins: { node, index: 0 } }
    if (part === '|') runs.push(plainRun('\n', source))
    else if (part.startsWith('*')) runs.push(plainRun(inner, { face: 'italic', ...source }))
    else if (part.startsWith('^')) {
      const features = { ...plainFeatures, superior: true }
      const note = `fn-${inner}`
      const meaning = { type: 'footnoteMark', note, anchor: `fnref-${inner}` } as const
      runs.push(plainRun(inner, { features, meaning, ...source }))
    } else if (part !== '') runs.push(plainRun(part, source))
    at += part.length
  }
  return runs
}

/** Body text of a measure, in pt, with what a test changes. */
export const settingsOf = (
  measure: number,
  changes: Partial<ParagraphSettings> = {},
): ParagraphSettings => ({ ...bodySettings(pt(measure), 'en-US'), ...changes })

/** What the glyphs of a line say. */
export const glyphText = (line: Line): string => line.runs.map(textOf).join('').trimEnd()

/** Where the last glyph's advance ends. */
export function endOf(line: Line): number {
  const last = line.runs.at(-1)
  return last === undefined ? 0 : last.x + widthOf(last)
}

/** Advances of the word spaces of a line, in ems of their size. */
export const gapsOf = (line: Line): readonly number[] =>
  line.runs.flatMap((run) =>
    glyphsOf(run)
      .filter(isGap)
      .map((glyph) => glyph.advance / run.size),
  )

/** A space between words: not that at the end of a line, which takes no room. */
export const isGap = (glyph: SetGlyph): boolean => glyph.text === ' ' && glyph.advance > 0
