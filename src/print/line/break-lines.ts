/**
 * Sets a paragraph: itemize, choose breaks, justify.
 *
 * In: runs, settings. Out: lines, and those that are over the measure. Never: knows a page.
 */
import type { Diagnostic, Position } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { pt, type Pt } from '../../unit/length.ts'
import type { Typesetter } from '../type/open-type.ts'
import { blemishesOf } from './blemishes.ts'
import { chooseBreaks, type Breaks, type Pass } from './choose-breaks.ts'
import type { Room } from './candidate-line.ts'
import { itemize } from './itemize.ts'
import { COST, FIELDS, LEVEL_EMERGENCY, LEVEL_HYPHEN, type Items } from './items.ts'
import { justify } from './justify.ts'
import type { Line, LineRun } from './line.ts'
import type { ParagraphRun, ParagraphSettings } from './paragraph.ts'
import { textOf } from './set-words.ts'

/** A paragraph, set. */
export interface SetParagraph {
  readonly lines: readonly Line[]
  /** Knuth and Plass 1981, p. 1128: the sum over its lines. */
  readonly demerits: number
  readonly overfull: readonly Overfull[]
}

/** A line longer than its measure, since one unit on it cannot be broken and is wider. */
export interface Overfull {
  /** Index in `lines`. */
  readonly line: number
  readonly by: Pt
  readonly position: Position
  readonly text: string
}

/**
 * Tolerances by pass; in the end, any way at all. We depart from TeX, which first tries without
 * hyphens: on body text (10 pt, 324 pt) such a pass at 1.5 saves a sixth of the hyphens and costs the
 * evenness of the spaces (sd .046 em for .039), and at .5 it hardly ever holds.
 */
const passes: readonly Pass[] = [
  { tolerance: 4, level: LEVEL_HYPHEN, isLast: false },
  { tolerance: 10, level: LEVEL_EMERGENCY, isLast: false },
  { tolerance: Infinity, level: LEVEL_EMERGENCY, isLast: true },
]

/** What is over the measure by less than this is seen by nobody, pt: it is less than the finest rule on the page. */
const SEEN = 0.25

/** As loose as a line may be for the sake of their number: word spaces of about .42 em. */
const LOOSE_FOR_NUMBER = 1.6

/** Stretch at the end of a ragged line, in ems, as plain TeX's `\raggedright` has: a line 2 em short is as bad as r = 1. */
const RAGGED_STRETCH = 2

/** Sets `runs` in lines. An empty paragraph has one empty line. Throws where a run names an unknown face. */
export function breakLines(
  typesetter: Typesetter,
  runs: readonly ParagraphRun[],
  settings: ParagraphSettings,
): SetParagraph {
  const label = setLabel(typesetter, settings)
  const indent = Math.max(settings.indent, label.end)
  const items = itemize(typesetter, runs, settings)
  const room = roomOf(items, settings, indent)
  const isJustified = settings.align === 'justify'
  const found =
    (isJustified ? inLines(items, room, settings.lines) : undefined) ?? tryPasses(items, room)
  const breaks = settings.balance === true && !isJustified ? balance(items, room, found) : found
  const setAt = (at: Breaks): SetParagraph => setLines(items, settings, at, indent, label.runs)
  const set = setAt(breaks)
  return isJustified ? withoutBlemishes(set, breaks, items, room, setAt) : set
}

/** Sets a line from each break to the next, the first at `indent` behind its label. */
function setLines(
  items: Items,
  settings: ParagraphSettings,
  { places, demerits }: Breaks,
  indent: number,
  label: readonly LineRun[],
): SetParagraph {
  const lines: Line[] = []
  const overfull: Overfull[] = []
  let start = 0
  for (const end of places) {
    const set = justify(items, settings, start, end, start === 0 ? indent : settings.hang)
    const line = start === 0 && label.length > 0 ? labelled(set.line, label) : set.line
    if (set.over >= SEEN) {
      overfull.push({
        line: lines.length,
        by: pt(set.over),
        position: line.position,
        text: line.text,
      })
    }
    lines.push(line)
    start = end
  }
  return { lines, demerits, overfull }
}

/** What a blemish may cost to mend: as much as a line at r = 1.5 (demerits). */
const MENDING = 120_000
/** Added to the cost of a break that a blemish needs: enough that another way is tried. */
const OTHER_WAY = 300
/** Tries for a paragraph. */
const TRIES = 4

/**
 * Breaks a paragraph another way where white runs down it or a word stands at an edge thrice, if a
 * way as long as that costs little more.
 */
function withoutBlemishes(
  set: SetParagraph,
  breaks: Breaks,
  items: Items,
  room: Room,
  setAt: (breaks: Breaks) => SetParagraph,
): SetParagraph {
  let best = set
  let blemishes = blemishesOf(set.lines)
  const [line] = blemishes
  if (line === undefined) return set
  // The breaks before the line and those before that, nearest first.
  for (const back of Array.from({ length: TRIES }, (_, index) => index)) {
    const place = breaks.places[line - back]
    if (place === undefined || place === items.count - 1) continue
    const places = items.places.slice()
    places[place * FIELDS + COST] = (places[place * FIELDS + COST] ?? 0) + OTHER_WAY
    const other = tryPasses({ ...items, places }, room)
    if (other.places.length !== breaks.places.length) continue
    if (other.places.includes(place) || other.demerits > breaks.demerits + MENDING) continue
    const tried = setAt(other)
    const left = blemishesOf(tried.lines)
    if (left.length < blemishes.length) [best, blemishes] = [tried, left]
    if (left.length === 0) break
  }
  return best
}

/** The finding of rule `overfull-line` for a line of `file`. */
export const overfullLine = (overfull: Overfull, file: string): Diagnostic =>
  diagnose('overfull-line', {
    file,
    position: overfull.position,
    message: `\`${overfull.text}\` is ${overfull.by.toFixed(1)} pt over the measure`,
    help: 'let it break with a soft hyphen (U+00AD) or a zero width space (U+200B), or put it in other words',
  })

/** Room for the lines of `items`, the first of which begins at `indent`. */
export function roomOf(items: Items, settings: ParagraphSettings, indent: number): Room {
  const em = items.runs[0]?.size ?? 1
  return {
    firstMeasure: settings.measure - indent,
    measure: settings.measure - settings.hang,
    expansion: settings.expansion,
    em,
    ...(settings.align === 'justify' ? {} : { raggedStretch: RAGGED_STRETCH * em }),
  }
}

/** The breaks that make so many lines, none of them loose; absence means that no breaks do. */
const inLines = (items: Items, room: Room, lines: number | undefined): Breaks | undefined =>
  lines === undefined
    ? undefined
    : chooseBreaks(items, room, {
        tolerance: LOOSE_FOR_NUMBER,
        level: LEVEL_HYPHEN,
        isLast: false,
        lines,
      })

function tryPasses(items: Items, room: Room): Breaks {
  for (const pass of passes) {
    const breaks = chooseBreaks(items, room, pass)
    if (breaks !== undefined) return breaks
  }
  throw new Error('the last pass of the line breaker found no way')
}

/** Halvings of the measure in search of the narrowest: to 1/128 of it, less than a letter. */
const HALVINGS = 7

/** The breaks of the narrowest measure that takes no more lines than `full`. */
function balance(items: Items, room: Room, full: Breaks): Breaks {
  let best = full
  let narrow = 0
  let wide = 1
  for (let step = 0; step < HALVINGS && full.places.length > 1; step++) {
    const share = (narrow + wide) / 2
    const narrower = {
      ...room,
      firstMeasure: room.firstMeasure * share,
      measure: room.measure * share,
    }
    const breaks = passes[0] === undefined ? undefined : chooseBreaks(items, narrower, passes[0])
    if (breaks !== undefined && breaks.places.length <= full.places.length) {
      best = breaks
      wide = share
    } else narrow = share
  }
  return best
}

interface HungLabel {
  readonly runs: readonly LineRun[]
  /** Where text may begin after it. */
  readonly end: number
}

/** Sets the label at the start of the measure, or against the text. */
function setLabel(typesetter: Typesetter, settings: ParagraphSettings): HungLabel {
  const { label, hang } = settings
  if (label === undefined) return { runs: [], end: 0 }
  const own: ParagraphSettings = {
    measure: settings.measure,
    indent: pt(0),
    hang: pt(0),
    align: 'start',
    hyphenate: false,
    expansion: 0,
    protrusion: false,
    language: settings.language,
  }
  const items = itemize(typesetter, label.runs, own)
  const { line } = justify(items, own, 0, items.count - 1, 0)
  const shift = label.align === 'end' ? Math.max(0, hang - label.gap - line.width) : 0
  const runs = line.runs.map((run) => ({ ...run, x: pt(run.x + shift) }))
  return { runs, end: shift + line.width + label.gap }
}

/** The line with its label before it. */
const labelled = (line: Line, label: readonly LineRun[]): Line => ({
  ...line,
  runs: [...label, ...line.runs],
  text: `${label.map(textOf).join('')} ${line.text}`,
})
