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
import { PRUNE } from './costs.ts'
import { toNoteColumn, type NoteColumn } from './note-column.ts'
import { endsOf, type End, type Search, type State } from './page-ends.ts'
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
  /** The page breaks a rule because every other page end broke a worse one. */
  readonly crowded: boolean
}

/** Chooses the page ends of a chapter so that the sum of prices is least. Sets every slug, whatever the faults. */
export function breakPages(
  text: readonly Breakable[],
  notes: readonly BreakableNote[],
  frame: Frame,
  column: NoteColumn = toNoteColumn(text, notes, frame),
): readonly PageSpan[] {
  const search: Search = { text, notes: column, frame, fills: new Map() }
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
  return spansOf(best(places.at(-1), search))
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

function spansOf(state: State | undefined): readonly PageSpan[] {
  const spans: PageSpan[] = []
  for (let at = state; at?.span !== undefined; at = at.previous) spans.push(at.span)
  return spans.reverse()
}
