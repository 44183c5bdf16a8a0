import type { Template } from '../template/template.ts'
import type { PdfPage, PdfRun } from './pdf-page.ts'

/** Runs that stand on one baseline, painted one after another. */
export interface PdfLine {
  readonly runs: readonly PdfRun[]
  readonly y: number
  readonly page: PdfPage
}

/** The lines of a page without furniture, those of the text and those of the notes, as painted. */
export interface PageLines {
  readonly text: readonly PdfLine[]
  readonly notes: readonly PdfLine[]
}

/** Distances below this are none: PDF numbers are written with few decimals (pt). */
const TOLERANCE = 0.6

/**
 * Takes off running heads and folios, which stand on baselines of their own, and parts the notes from
 * the text by the rule over them. `firstNote` is the highest place of a note on the page, for
 * templates without a rule.
 */
export function linesOf(
  page: PdfPage,
  template: Template,
  firstNote: number | undefined,
): PageLines {
  const { height, headBaseline, footBaseline } = template.page
  const isFurniture = ({ runs: [run], y }: PdfLine): boolean =>
    run?.isTurned === false &&
    [headBaseline, footBaseline].some((at) => Math.abs(height - at - y) < TOLERANCE)
  const lines = toLines(page).filter((line) => !isFurniture(line))
  const edge = separatorOf(page, template) ?? firstNote ?? -Infinity
  return {
    text: lines.filter((line) => isTurned(line) || line.y >= edge),
    notes: lines.filter((line) => !isTurned(line) && line.y < edge),
  }
}

/** Notes stand upright, whatever stands over them. */
const isTurned = ({ runs: [run] }: PdfLine): boolean => run?.isTurned === true

function toLines(page: PdfPage): PdfLine[] {
  const lines: PdfLine[] = []
  let runs: PdfRun[] = []
  for (const run of page.runs) {
    const last = runs.at(-1)
    if (
      last !== undefined &&
      last.object === run.object &&
      last.isTurned === run.isTurned &&
      Math.abs(last.y - run.y) < 6
    ) {
      runs.push(run)
      continue
    }
    runs = [run]
    lines.push({ runs, y: run.y, page })
  }
  return lines
}

/** Height of the rule over the notes: the lowest of its length and weight. */
function separatorOf({ rules }: PdfPage, { notes }: Template): number | undefined {
  if (notes.separatorWeight === 0) return undefined
  const fits = rules.filter(
    ({ width, height }) =>
      Math.abs(width - notes.separatorLength) < TOLERANCE &&
      Math.abs(height - notes.separatorWeight) < 0.1,
  )
  return fits.length === 0 ? undefined : Math.min(...fits.map(({ y }) => y))
}

/** Marker of a list item, or number of a note, that hangs before a line: a run with white after it. */
export interface Labelled {
  readonly labels: readonly string[]
  readonly runs: readonly PdfRun[]
}

/** White after a label, at the least, in ems: less than any template's gap, more than rounding. */
const GAP = 0.1

/** Takes the labels off a line. */
export function labelled({ runs }: PdfLine): Labelled {
  const labels: string[] = []
  let from = 0
  for (;;) {
    const [run, next] = [runs[from], runs[from + 1]]
    if (run === undefined || next === undefined || !isLabel(run.text)) break
    if (next.x - run.end < GAP * run.size || next.text.startsWith(' ')) break
    labels.push(run.text.trim())
    from++
  }
  return { labels, runs: runs.slice(from) }
}

/** One word: a figure or a sign. */
const isLabel = (text: string): boolean =>
  /^\S{1,8}\s*$/u.test(text) || text === '[\u2007]' || text === '[ ]'
