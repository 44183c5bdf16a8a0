import { diffArrays } from 'diff'
import type { Look, ParagraphKind, Revision } from '../docx-reader/revisions/revised.ts'
import type { Region } from './align.ts'
import { keyOf, type BaseAtom, type EditedAtom } from './atoms.ts'
import type { Decide } from './decide.ts'

/** An atom of the text as it shall be. */
export interface FinalAtom {
  readonly type: BaseAtom['type']
  readonly text: string
  readonly look: Look
  readonly link?: string
  /** BCP 47, of its own. */
  readonly language?: string
  readonly note?: string
  /** What it was in the manuscript; absence means that it is new. */
  readonly base?: BaseAtom
}

export interface FinalParagraph {
  readonly atoms: readonly FinalAtom[]
  readonly kind: ParagraphKind
  /** The end of the paragraph of the manuscript that ends here; absence means that it was split off. */
  readonly end?: BaseAtom
  readonly cell?: string
}

/** A stretch of a region that was left, taken out or put in, by one hand. */
export interface Step {
  readonly type: 'same' | 'deletion' | 'insertion' | 'formatting'
  /** Absence means that it was not tracked. */
  readonly revision?: Revision
  readonly base?: BaseAtom
  readonly edited?: EditedAtom
  /** True where the choice leaves it out. */
  readonly isRejected?: boolean
}

export interface Woven {
  readonly region: Region
  readonly paragraphs: readonly FinalParagraph[]
  /** What happened, atom by atom, in order. */
  readonly steps: readonly Step[]
}

/** Moved text by the name of its move: what its end at the old place was in the manuscript. */
export type Moves = ReadonlyMap<string, readonly BaseAtom[]>

/** Lays the file over the manuscript: which atoms stay, go and come. */
export function weave(region: Region, decide: Decide, moves: Moves): Woven {
  const base = region.base.flatMap(({ atoms }) => atoms)
  const edited = region.edited.flatMap(({ atoms, cell }) => atoms.map((atom) => ({ atom, cell })))
  const before = edited.filter(({ atom }) => atom.inserted === undefined)
  const partners = match(
    base,
    before.map(({ atom }) => atom),
  )
  const steps: Step[] = []
  const paragraphs: FinalParagraph[] = []
  let open: FinalAtom[] = []
  let next = 0
  let index = 0
  const moved = new Map<string, number>()
  const missing = (until: number): void => {
    for (; next < until; next++) {
      const gone = base[next]
      if (gone !== undefined) steps.push({ type: 'deletion', base: gone })
    }
  }
  for (const { atom, cell } of edited) {
    const { inserted, deleted } = atom
    const place = inserted === undefined ? partners[index++] : undefined
    if (place !== undefined) missing(place)
    const own = place === undefined ? undefined : base[place]
    if (place !== undefined) next = place + 1
    const from = inserted?.move === undefined ? undefined : moves.get(inserted.move)
    const origin = own ?? movedFrom(atom, from, moved)
    const isIn = inserted === undefined || decide(inserted)
    const isOut = deleted !== undefined && decide(deleted)
    steps.push(...stepsOf(atom, own, decide))
    if (!isIn || isOut) continue
    const look = atom.was !== undefined && !decide(atom.was.revision) ? atom.was.look : atom.look
    const final: FinalAtom = {
      type: atom.type,
      text: atom.text,
      look,
      ...(atom.link !== undefined && { link: atom.link }),
      ...(atom.language !== undefined && { language: atom.language }),
      ...(atom.note !== undefined && { note: atom.note }),
      ...(origin !== undefined && { base: origin }),
    }
    if (atom.type !== 'end') {
      open.push(final)
      continue
    }
    const was = atom.kindWas
    const kind = was !== undefined && !decide(was.revision) ? was.kind : atom.kind
    paragraphs.push({
      atoms: open,
      kind: kind ?? { style: '' },
      ...(own !== undefined && { end: own }),
      ...(cell !== undefined && { cell }),
    })
    open = []
  }
  missing(base.length)
  if (open.length > 0) paragraphs.push({ atoms: open, kind: { style: '' } })
  return { region, paragraphs, steps }
}

/** Atoms of a move are met at the new place in the order of the old one. */
function movedFrom(
  atom: EditedAtom,
  from: readonly BaseAtom[] | undefined,
  moved: Map<string, number>,
): BaseAtom | undefined {
  const name = atom.inserted?.move
  if (from === undefined || name === undefined || atom.type === 'end') return undefined
  const start = moved.get(name) ?? 0
  const isOwn = (each: BaseAtom): boolean =>
    each.type === atom.type && (atom.type !== 'character' || keyOf(each) === keyOf(atom))
  const at = from.findIndex((each, index) => index >= start && isOwn(each))
  if (at < 0) return undefined
  moved.set(name, at + 1)
  return from[at]
}

function stepsOf(atom: EditedAtom, base: BaseAtom | undefined, decide: Decide): readonly Step[] {
  const { inserted, deleted, was } = atom
  const place = { edited: atom, ...(base !== undefined && { base }) }
  const tracked = (type: Step['type'], revision: Revision): Step => ({
    type,
    revision,
    ...place,
    ...(!decide(revision) && { isRejected: true }),
  })
  if (inserted !== undefined && deleted !== undefined)
    // Inserted and deleted again: nothing, unless only one of the two is wanted.
    return decide(inserted) === decide(deleted) ? [] : [tracked('insertion', inserted)]
  if (inserted !== undefined) return [tracked('insertion', inserted)]
  if (deleted !== undefined) return [tracked('deletion', deleted)]
  if (base === undefined) return [{ type: 'insertion', ...place }]
  if (was !== undefined) return [tracked('formatting', was.revision)]
  if (atom.kindWas !== undefined) return [tracked('formatting', atom.kindWas.revision)]
  return [{ type: 'same', ...place }]
}

/** Place in the manuscript of each atom that was there before tracking; undefined for what was put in without it. */
function match(
  base: readonly BaseAtom[],
  edited: readonly EditedAtom[],
): readonly (number | undefined)[] {
  const [ours, theirs] = [base.map(keyOf), edited.map(keyOf)]
  if (ours.length === theirs.length && ours.every((key, index) => key === theirs[index]))
    return theirs.map((_, index) => index)
  const places: (number | undefined)[] = theirs.map(() => undefined)
  const [left, right] = [wordsOf(ours), wordsOf(theirs)]
  let [one, other] = [0, 0]
  const parts = diffArrays(
    left.map(({ text }) => text),
    right.map(({ text }) => text),
  )
  for (const { value, added, removed } of parts) {
    if (!added && !removed)
      value.forEach((_, index) => {
        const [from, to] = [left[one + index], right[other + index]]
        if (from === undefined || to === undefined) return
        for (let at = 0; at < from.length; at++) places[to.start + at] = from.start + at
      })
    if (!added) one += value.length
    if (!removed) other += value.length
  }
  return places
}

interface Word {
  readonly text: string
  readonly start: number
  readonly length: number
}

const letter = /^[\p{L}\p{N}\p{M}]$/u

/** Letters and figures together, everything else by itself: an edit changes words. */
function wordsOf(keys: readonly string[]): readonly Word[] {
  const words: { text: string; start: number; length: number }[] = []
  keys.forEach((key, index) => {
    const last = words.at(-1)
    if (last !== undefined && letter.test(key) && letter.test(keys[index - 1] ?? '')) {
      last.text += key
      last.length += 1
    } else words.push({ text: key, start: index, length: 1 })
  })
  return words
}

/** What was taken from its place by each move, as the manuscript has it. */
export function movesOf(regions: readonly Region[]): Moves {
  const moves = new Map<string, BaseAtom[]>()
  for (const region of regions) {
    const base = region.base.flatMap(({ atoms }) => atoms)
    const before = region.edited
      .flatMap(({ atoms }) => atoms)
      .filter(({ inserted }) => inserted === undefined)
    if (!before.some(({ deleted }) => deleted?.move !== undefined)) continue
    const partners = match(base, before)
    before.forEach(({ deleted }, index) => {
      const own = base[partners[index] ?? -1]
      if (deleted?.move === undefined || own === undefined) return
      moves.set(deleted.move, [...(moves.get(deleted.move) ?? []), own])
    })
  }
  return moves
}
