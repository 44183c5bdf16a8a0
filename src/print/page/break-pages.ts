/**
 * In: the text of a chapter and its notes as slugs with heights.
 * Out: which slugs stand on which page.
 * Never: looks at type, or at anything of a slug but its height, its prices and its calls.
 *
 * Plass (1981) chose page ends for a whole document as Knuth and he had chosen line ends for a
 * paragraph; Mittelbach (2019) added facing pages of unequal depth. This is that dynamic program,
 * with footnotes: a state is a place in the text, the notes that are still to be set, the side, and
 * the depth of the facing page; a step is a page (print.md, section 3). A note begins on the page
 * of its call because only the last note that a page calls may be cut, or those of one line may
 * share the page (`share-notes.ts`).
 */
import { ILL, NEAR_PAGES, PRUNE } from './costs.ts'
import { toNoteColumn, type NoteColumn } from './note-column.ts'
import { endsOf, type End, type Search, type State } from './page-ends.ts'
import type { Variant } from '../galley/galley.ts'
import type { Chosen } from '../galley/variants.ts'
import type { Stackable } from './stack.ts'

export interface Breakable extends Stackable {
  /** Price of ending a page after it; `Infinity` where that is forbidden. */
  readonly breakAfter: number
  readonly hyphenated: boolean
  readonly movable: boolean
  /** Of a table or figure: not begun while an earlier one waits. */
  readonly keepsOrder?: boolean
  /** Anchors of notes. */
  readonly calls: readonly string[]
  /** Other ways to set it and the slugs that follow it. */
  readonly variants?: () => readonly Variant[]
}

export interface BreakableNote {
  readonly anchor: string
  /** At the least one. */
  readonly slugs: readonly { readonly height: number }[]
}

export interface Frame {
  /** Lines of body text that a page holds. */
  readonly lines: number
  readonly leading: number
  /** White between text and notes, with the rule that stands in it. */
  readonly separator: number
  /** Side of the first page. */
  readonly firstSide: 'recto' | 'verso'
}

/** A page in lines more (+1) or fewer (-1) than the others, to spare a fault; its facing page follows. */
export type Depth = -1 | 0 | 1

/** What stands on one page. Indices are into the slugs of the text, and into the column of notes; `to` is exclusive. */
export interface PageSpan {
  readonly from: number
  readonly to: number
  /** A figure of the page before that stands at the head of this one. */
  readonly received?: number
  /** A figure in the span that stands on the next page. */
  readonly moved?: number
  readonly notesFrom: number
  readonly notesTo: number
  readonly depth: Depth
  /** Lines of room left over its notes, or at its foot; none on the last page of a text. */
  readonly white: number
  /** What is set another way, and from which slug on; absence means nothing. */
  readonly variants?: readonly Chosen[]
  /** The page breaks a rule because every other page end broke a worse one. */
  readonly crowded: boolean
}

/**
 * Chooses the page ends of a chapter so that the sum of prices is least. Sets every slug, whatever
 * the faults. Where pages are filled ill, it is done again, and paragraphs and heads near them may be
 * set a line longer or shorter.
 */
export function breakPages(
  text: readonly Breakable[],
  notes: readonly BreakableNote[],
  frame: Frame,
  column: NoteColumn = toNoteColumn(text, notes, frame),
): readonly PageSpan[] {
  const search = { text, notes: column, frame }
  const natural = searchEnds({ ...search, fills: new Map() })
  const ill = pagesOf(natural).filter(isIll)
  if (ill.length === 0) return spansOf(natural)
  return spansOf(searchEnds({ ...search, fills: new Map(), mayVary: nearTo(ill, frame) }))
}

/** The cheapest way to the end of the text. */
function searchEnds(search: Search): State | undefined {
  const { text, frame } = search
  const places: Map<string, State>[] = Array.from(
    { length: text.length + 1 },
    () => new Map<string, State>(),
  )
  const first: State = { at: 0, placed: 0, side: frame.firstSide, facing: 0, cost: 0 }
  places[0]?.set(keyOf(first), first)

  for (const states of places) {
    // A page of notes alone leads to another state at the same place, with more notes placed.
    const waiting = (): State | undefined =>
      [...states.values()].filter((state) => !done.has(state)).sort(byNotes)[0]
    const done = new Set<State>()
    for (let state = waiting(); state !== undefined; state = waiting()) {
      done.add(state)
      if (isEnd(state, search)) continue
      if (isHopeless(state, states)) continue
      const strict = endsOf(state, search, true)
      for (const end of strict.length > 0 ? strict : endsOf(state, search, false)) {
        relax(places[end.span.to], follow(state, end))
      }
    }
    search.fills.clear()
  }
  return best(places.at(-1), search)
}

/** The states after each page, in order. */
function pagesOf(last: State | undefined): readonly State[] {
  const pages: State[] = []
  for (let at = last; at?.span !== undefined; at = at.previous) pages.push(at)
  return pages.reverse()
}

/** A page that costs as much as white of two lines over its notes. */
const isIll = (page: State): boolean => page.cost - (page.previous?.cost ?? 0) >= ILL

/** Of a slug, whether it stands so near to one of `pages` that its height matters to them. */
function nearTo(pages: readonly State[], { lines }: Frame): (slug: number) => boolean {
  const near = NEAR_PAGES * lines
  return (slug) =>
    pages.some(
      ({ span }) => span !== undefined && slug >= span.from - near && slug < span.to + near,
    )
}

const byNotes = (a: State, b: State): number =>
  a.placed - b.placed || Number(b.moved !== undefined) - Number(a.moved !== undefined)

/** True where another state at the same place has set no less and costs far less. */
function isHopeless(state: State, states: ReadonlyMap<string, State>): boolean {
  for (const other of states.values()) {
    const isAhead = other.placed >= state.placed && other.moved === undefined
    if (isAhead && other.cost + PRUNE < state.cost) return true
  }
  return false
}

const keyOf = (state: State): string =>
  `${state.placed} ${state.side} ${state.facing} ${state.moved ?? ''}`

const isEnd = (state: State, { text, notes }: Search): boolean =>
  state.at === text.length && state.placed === notes.slugs.length && state.moved === undefined

/** The state after a page. A recto's depth binds no one: its leaf is turned. */
const follow = (state: State, end: End): State => ({
  at: end.span.to,
  placed: end.span.notesTo,
  side: state.side === 'recto' ? 'verso' : 'recto',
  facing: state.side === 'verso' ? end.span.depth : 0,
  cost: state.cost + end.cost,
  previous: state,
  span: end.span,
  ...(end.span.moved !== undefined && { moved: end.span.moved }),
})

function relax(states: Map<string, State> | undefined, state: State): void {
  const key = keyOf(state)
  const known = states?.get(key)
  if (known === undefined || state.cost < known.cost) states?.set(key, state)
}

function best(states: ReadonlyMap<string, State> | undefined, search: Search): State | undefined {
  return [...(states?.values() ?? [])]
    .filter((state) => isEnd(state, search))
    .reduce<State | undefined>((a, b) => (a === undefined || b.cost < a.cost ? b : a), undefined)
}

const spansOf = (last: State | undefined): readonly PageSpan[] =>
  pagesOf(last).flatMap(({ span }) => span ?? [])
