import { pt } from '../../unit/length.ts'
import { FOLIO_OF } from '../galley/inline.ts'
import { NOWHERE } from '../galley/nowhere.ts'
import type { Line, LineRun } from '../line/line.ts'
import { bodySettings } from '../line/paragraph.ts'
import { isSpace, textOf, widthOf, type SetWords } from '../line/set-words.ts'
import { plainFeatures } from '../type/features.ts'
import type { Page, Placed } from './page.ts'
import type { TextSetter } from './set-text.ts'

/**
 * Sets the page numbers that references ask for in the place kept for them. What the number is
 * narrower or wider than its place goes to the spaces of the line, so that both edges stay.
 */
export function fillFolios(
  pages: readonly Page[],
  folios: ReadonlyMap<string, string>,
  setter: TextSetter,
): readonly Page[] {
  return pages.map((page) =>
    page.items.some(hasGap)
      ? { ...page, items: page.items.map((item) => fill(item, folios, setter)) }
      : page,
  )
}

const hasGap = (item: Placed): boolean => item.type === 'line' && item.line.runs.some(isGap)

const isGap = ({ meaning }: LineRun): boolean =>
  meaning.type === 'reference' && meaning.anchor.startsWith(FOLIO_OF)

function fill(item: Placed, folios: ReadonlyMap<string, string>, setter: TextSetter): Placed {
  if (item.type !== 'line' || !hasGap(item)) return item
  let left = 0
  const filled = item.line.runs.map((run): LineRun => {
    if (run.meaning.type !== 'reference' || !isGap(run)) return run
    const anchor = run.meaning.anchor.slice(FOLIO_OF.length)
    const set = shape(setter, run, folios.get(anchor) ?? '?')
    left += widthOf(run) - widthOf(set)
    return { ...run, ...set, meaning: { type: 'reference', anchor } }
  })
  return { ...item, line: respace(item.line, filled, left) }
}

/** Moves runs together, and gives each space of the line its part of what is left. */
function respace(line: Line, runs: readonly LineRun[], left: number): Line {
  const spaces = runs.reduce(
    (count, run) => count + run.words.filter((_, i) => mayGrow(run, i)).length,
    0,
  )
  const isJustified = line.ratio !== 0 && spaces > 0
  const each = isJustified ? left / spaces : 0
  let x: number | undefined
  const moved = runs.map((run, i): LineRun => {
    const before = line.runs[i - 1]
    const gap = before === undefined ? 0 : (line.runs[i]?.x ?? 0) - before.x - widthOf(before)
    const white =
      each === 0 ? run.white : run.white.map((own, i) => (mayGrow(run, i) ? own + each : own))
    const start = x === undefined ? run.x : x + gap
    const set = { ...run, x: pt(start), white }
    x = start + widthOf(set)
    return set
  })
  const text = moved.map(textOf).join('').trimEnd()
  return { ...line, runs: moved, text, width: pt(line.width - (isJustified ? 0 : left)) }
}

/** A space that may grow: not that at the end of the line. */
const mayGrow = ({ words, white }: SetWords, index: number): boolean =>
  white[index]! > 0 && isSpace(words[index]!)

/** A page number in the face and size of the zeros in its place. */
function shape({ setLines, language }: TextSetter, run: LineRun, folio: string): SetWords {
  const { lines } = setLines(
    [
      {
        text: folio,
        face: run.face,
        size: run.size,
        color: run.color,
        features: plainFeatures,
        meaning: run.meaning,
        position: NOWHERE,
      },
    ],
    { ...bodySettings(pt(1000), language), align: 'start', protrusion: false, expansion: 0 },
  )
  const { words, white, em } = lines[0]?.runs[0] ?? { words: [], white: [], em: run.em }
  return { words, white: white.map((own) => own * run.expansion), em, expansion: run.expansion }
}
