import { fits } from '../../unit/length.ts'
import type { Breakable, Depth, Frame, PageSpan } from './break-pages.ts'
import { costs, LAST_PAGE_LINES, MAX_WHITE, TAIL } from './costs.ts'
import type { Chosen } from '../galley/variants.ts'
import type { NoteColumn } from './note-column.ts'
import { topOf, type Stackable } from './stack.ts'
import { Varying } from './varying.ts'

/** A place at which a page may begin, and the cheapest way to it. */
export interface State {
  /** First slug of the text that is not set yet. */
  readonly at: number
  /** First slug of the notes that is not set yet; what is called and not set is carried over. */
  readonly placed: number
  readonly side: 'recto' | 'verso'
  /** On a recto: depth of the verso that it faces. */
  readonly facing: Depth
  /** A figure that waits. */
  readonly moved?: number
  readonly cost: number
  readonly previous?: State
  readonly span?: PageSpan
}

/** A way to end a page. */
export interface End {
  readonly span: PageSpan
  readonly cost: number
}

export interface Search {
  readonly text: readonly Breakable[]
  readonly notes: NoteColumn
  readonly frame: Frame
  /** Fills of the place that is being searched, by the figure that waits there. */
  readonly fills: Map<number | undefined, readonly Fill[]>
  /** Whether a slug's variants are tried; absence means that none is. */
  readonly mayVary?: (slug: number) => boolean
}

/** Text of a page up to a slug, without regard to notes. */
interface Fill {
  readonly to: number
  readonly extent: number
  readonly moved?: number
  readonly variants: readonly Chosen[]
}

const depths: readonly Depth[] = [0, 1, -1]

/**
 * The ways to end a page that begins at `state`. Strict: those that break no rule of good setting
 * and leave no hole; there may be none. Else: all that can be set, each with the price of its
 * faults; there is always one.
 */
export function endsOf(state: State, search: Search, isStrict: boolean): readonly End[] {
  const ends: End[] = []
  for (const fill of fillsOf(state, search)) {
    const isForbidden = fill.to > state.at && search.text[fill.to - 1]?.breakAfter === Infinity
    if (isStrict && isForbidden && fill.to < search.text.length) continue
    for (const depth of depths) {
      if (isStrict) addStrict(ends, state, fill, depth, search)
      else if (depth === 0) addFallback(ends, state, fill, search)
    }
  }
  return ends
}

const capacity = ({ lines, leading }: Frame, depth: Depth): number => (lines + depth) * leading

/** How far the text can go on this page: each slug after which it could end, until the page is full. */
function fillsOf(state: State, search: Search): readonly Fill[] {
  const known = search.fills.get(state.moved)
  if (known !== undefined) return known
  const fills = [...fill(state, undefined, search)]
  // A figure that can wait gives another fill, with the text after it in its place.
  const last = fills.at(-1)?.to ?? state.at
  for (let figure = state.at; figure <= last; figure++) {
    if (search.text[figure]?.movable === true) fills.push(...fill(state, figure, search))
  }
  search.fills.set(state.moved, fills)
  return fills
}

function* fill(state: State, figure: number | undefined, search: Search): Generator<Fill> {
  const { text, frame } = search
  const { leading } = frame
  let extent = 0
  let previous: Stackable | undefined
  const add = (slug: Breakable, isFirst: boolean): void => {
    extent = topOf(extent, slug, previous, leading, isFirst) + slug.height
    previous = slug
  }
  const received = state.moved === undefined ? undefined : text[state.moved]
  if (received !== undefined) add(received, false)
  // A page of notes, or of a figure, alone.
  if (figure === undefined) yield { to: state.at, extent, variants: [] }
  const varying = new Varying(state.at, search)
  for (let i = state.at; i < text.length; i++) {
    const slug = text[i]
    if (slug === undefined) return
    // Figures and tables keep their order, and none stands at the head of another's next page.
    if (figure !== undefined && i > figure && (slug.movable || slug.keepsOrder === true)) return
    if (i !== figure) add(slug, i === state.at)
    const isPastFigure = figure === undefined || i > figure
    const isFirst = i === state.at && received === undefined
    const ways = varying.after(i)
    const least = Math.min(...ways.map(({ lines }) => lines))
    if (!fits(extent + least * leading, capacity(frame, 1)) && !isFirst) return
    if (!isPastFigure) continue
    for (const { lines, variants } of ways)
      yield {
        to: i + 1,
        extent: extent + lines * leading,
        variants,
        ...(figure !== undefined && { moved: figure }),
      }
  }
}

function addStrict(ends: End[], state: State, fill: Fill, depth: Depth, search: Search): void {
  const { notes, frame } = search
  const room = capacity(frame, depth)
  const called = notes.called[fill.to] ?? 0
  if (isIdle(state, fill, called)) return
  const isLast = fill.to === search.text.length && fill.moved === undefined
  // Every note that the text on this page calls begins on it. What waits since an earlier page may
  // wait on, which happens on pages of notes alone.
  const isAlone = fill.to === state.at
  const start = Math.max(isAlone ? 0 : (notes.lastStart[fill.to] ?? 0), state.placed)
  for (let to = fitting(fill, state.placed, start, called, room, search); ; to--) {
    if (to < called && to <= start) return
    if (!isFairCut(notes, state.placed, to, called)) continue
    const white = (room - heightOf(fill, state.placed, to, search)) / frame.leading
    if (white < -0.001) return
    // A page is made shorter to be full, not to hide a hole at its foot.
    if (depth === -1 && to === state.placed && white > 1) return
    if (white > MAX_WHITE && !(isLast && to === called)) return
    const hole = isLast && to === called ? 0 : white
    ends.push({
      span: spanOf(state, fill, to, depth, hole, false),
      cost: priceOf(state, fill, to, depth, hole, search),
    })
    // No more lines of a note are carried over than must be: the reader sees the room that they had.
    return
  }
}

/** The last slug of the notes, at the most `called`, before which a page of this room may end; `start` where none fits. By halving: a note may be longer than a page. */
function fitting(
  fill: Fill,
  placed: number,
  start: number,
  called: number,
  room: number,
  search: Search,
): number {
  const most = Math.min(called, search.notes.stop[placed] ?? called)
  let [low, high] = [Math.min(start, most), most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(heightOf(fill, placed, middle, search), room)) low = middle
    else high = middle - 1
  }
  return low
}

/** True where notes from `from` on may end a page before slug `to`: between notes or their parts, or with two lines of one note and more on either side. */
function isFairCut(notes: NoteColumn, from: number, to: number, called: number): boolean {
  if (to === called || notes.first[to] === to) return true
  const first = Math.max(from, notes.first[to - 1] ?? 0)
  const end = Math.min(called, notes.end[to] ?? called)
  return to - first >= 2 && end - to >= 2
}

/** A page must set something. */
const isIdle = (state: State, fill: Fill, called: number): boolean =>
  fill.to === state.at && state.moved === undefined && called === state.placed

/** Text and notes of a page, from the first line of the one to the last of the other. */
function heightOf(fill: Fill, from: number, to: number, { notes, frame }: Search): number {
  if (to <= from) return fill.extent
  const height = (notes.top[to] ?? 0) - (notes.top[from] ?? 0)
  return fill.extent + frame.separator + height
}

const spanOf = (
  state: State,
  fill: Fill,
  notesTo: number,
  depth: Depth,
  white: number,
  crowded: boolean,
): PageSpan => ({
  from: state.at,
  to: fill.to,
  notesFrom: state.placed,
  notesTo,
  depth,
  white,
  crowded,
  ...(state.moved !== undefined && { received: state.moved }),
  ...(fill.moved !== undefined && { moved: fill.moved }),
  ...(fill.variants.length > 0 && { variants: fill.variants }),
})

function priceOf(
  state: State,
  fill: Fill,
  notesTo: number,
  depth: Depth,
  white: number,
  { text, notes, frame }: Search,
): number {
  const isRecto = state.side === 'recto'
  const last = fill.to > state.at ? text[fill.to - 1] : undefined
  const isChapterEnd = fill.to === text.length && fill.moved === undefined
  const over = (notes.called[fill.to] ?? 0) - notesTo
  let price = notesTo > state.placed ? costs.whiteOverNotes(white) : costs.whiteAtFoot(white)
  for (const { variant } of fill.variants) price += variant.price
  if (!isChapterEnd && last !== undefined && last.breakAfter !== Infinity) price += last.breakAfter
  if (depth === 1) price += costs.deeper
  if (depth === -1) price += costs.shorter
  if (isRecto) price += costs.unevenSpread(depth - state.facing)
  if (over > 0) price += splitPrice(over, white, depth, isRecto)
  if (last?.hyphenated === true) price += isRecto ? costs.hyphenOverLeaf : costs.hyphenAtFoot
  if (fill.to === state.at && state.moved === undefined) price += costs.notesAlone
  if (fill.moved !== undefined) price += costs.movedFigure
  // White that is added makes no page fuller.
  const natural = fill.extent - heightOfVariants(fill.variants, frame)
  if (isChapterEnd && natural < LAST_PAGE_LINES * frame.leading) price += costs.shortLastPage
  return price
}

const heightOfVariants = (variants: readonly Chosen[], { leading }: Frame): number =>
  variants.reduce((sum, { variant }) => sum + variant.lines * leading, 0)

/** Of a page that carries `over` lines of a note to the next. */
function splitPrice(over: number, white: number, depth: Depth, isRecto: boolean): number {
  let price = costs.splitNote + costs.splitNoteLine * over + costs.whiteOverCutNote(white)
  if (over <= TAIL) price += costs.splitTail
  if (depth === -1) price += costs.splitOnShortPage
  if (isRecto) price += costs.splitOverLeaf
  return price
}

/** Takes what fits, notes last, and prices each broken rule. At the least one slug is set, though it be too high. */
function addFallback(ends: End[], state: State, fill: Fill, search: Search): void {
  const { text, notes, frame } = search
  const called = notes.called[fill.to] ?? 0
  if (isIdle(state, fill, called)) return
  const room = capacity(frame, 0)
  let to = fitting(fill, state.placed, state.placed, called, room, search)
  const isAlone = fill.to === state.at && state.moved === undefined
  if (isAlone && to === state.placed) to++
  const white = (room - heightOf(fill, state.placed, to, search)) / frame.leading
  let late = 0
  let hasLateStart = false
  for (let k = to; k < called; k++) {
    // Each note is late once: on the page of its call.
    hasLateStart ||= notes.isStart[k] === 1 && k >= (notes.called[state.at] ?? 0)
    if (hasLateStart) late++
  }
  const last = fill.to > state.at ? text[fill.to - 1] : undefined
  const isForbidden = last?.breakAfter === Infinity && fill.to < text.length
  const isLast = fill.to === text.length && fill.moved === undefined && to === called
  ends.push({
    span: spanOf(state, fill, to, 0, isLast ? 0 : Math.max(0, white), true),
    cost:
      priceOf(state, fill, to, 0, Math.max(0, white), search) +
      late * costs.lateNoteLine +
      (isForbidden ? costs.forbiddenBreak : 0) +
      costs.forbiddenBreak +
      Math.max(0, -white) * costs.overflowLine,
  })
}
