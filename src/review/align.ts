import { diffArrays } from 'diff'
import type { OriginBlock } from '../origin/origin.ts'
import type { Decide } from './decide.ts'
import { textOfAtoms, type BaseAtom, type EditedAtom } from './atoms.ts'

/** A paragraph of the manuscript with what it prints. */
export interface BaseParagraph {
  readonly block: OriginBlock
  readonly atoms: readonly BaseAtom[]
}

/** A paragraph as it was before anything tracked was done to it: one or several of the file. */
export interface EditedParagraph {
  /** Identities that begin in it. */
  readonly names: readonly string[]
  /** Table, row and column; absence means none. */
  readonly cell?: string
  /** With everything inserted and deleted, in order. */
  readonly atoms: readonly EditedAtom[]
}

/** Paragraphs of the manuscript and of the file that belong together, in order. Most are of one and one. */
export interface Region {
  readonly base: readonly BaseParagraph[]
  readonly edited: readonly EditedParagraph[]
}

/**
 * Pairs paragraphs by their identity, then by equal text, then by likeness, in order; what is left
 * over joins the region before it, so that a paragraph that was split or merged without tracking meets
 * both of its halves.
 */
export function align(
  base: readonly BaseParagraph[],
  edited: readonly EditedParagraph[],
): readonly Region[] {
  const pairs = byIdentity(base, edited)
  fillGaps(pairs, base, edited, byText)
  fillGaps(pairs, base, edited, byLikeness)
  return regionsOf(pairs, base, edited)
}

type Pair = readonly [base: number, edited: number]
type Pairing = (
  base: readonly BaseParagraph[],
  edited: readonly EditedParagraph[],
) => readonly Pair[]

function byIdentity(base: readonly BaseParagraph[], edited: readonly EditedParagraph[]): Pair[] {
  const places = new Map(base.map(({ block }, index) => [block.id, index]))
  const found: Pair[] = []
  const taken = new Set<number>()
  edited.forEach(({ names }, index) => {
    const place = names
      .map((name) => places.get(name))
      .find((each) => each !== undefined && !taken.has(each))
    if (place === undefined) return
    taken.add(place)
    found.push([place, index])
  })
  return inOrder(found)
}

/** The most pairs that keep the order of both sides; a paragraph that was moved is left out. */
function inOrder(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = []
  const before = pairs.map(() => -1)
  pairs.forEach(([place], index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[index] = tails[low - 1] ?? -1
    tails[low] = index
  })
  const kept: Pair[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) kept.unshift(pair)
  }
  return kept
}

function fillGaps(
  pairs: Pair[],
  base: readonly BaseParagraph[],
  edited: readonly EditedParagraph[],
  pairing: Pairing,
): void {
  const bounds: readonly Pair[] = [[-1, -1], ...pairs, [base.length, edited.length]]
  const found = bounds.slice(1).flatMap(([toBase, toEdited], index): Pair[] => {
    const [fromBase, fromEdited] = bounds[index] ?? [-1, -1]
    if (toBase - fromBase < 2 || toEdited - fromEdited < 2) return []
    return pairing(base.slice(fromBase + 1, toBase), edited.slice(fromEdited + 1, toEdited)).map(
      ([one, other]): Pair => [fromBase + 1 + one, fromEdited + 1 + other],
    )
  })
  pairs.push(...found)
  pairs.sort(([a], [b]) => a - b)
}

const baseText = ({ atoms }: BaseParagraph): string => textOfAtoms(atoms.slice(0, -1)).trim()
/** Before anything tracked was done. */
const editedText = ({ atoms }: EditedParagraph): string =>
  textOfAtoms(atoms.slice(0, -1).filter(({ inserted }) => inserted === undefined)).trim()

const byText: Pairing = (base, edited) => {
  const pairs: Pair[] = []
  let [one, other] = [0, 0]
  for (const { value, added, removed } of diffArrays(base.map(baseText), edited.map(editedText))) {
    if (!added && !removed)
      value.forEach((text, index) => {
        if (text !== '') pairs.push([one + index, other + index])
      })
    if (!added) one += value.length
    if (!removed) other += value.length
  }
  return pairs
}

/** Share of words that two texts must have in common to be one that was edited. */
const LIKE = 0.4

const byLikeness: Pairing = (base, edited) => {
  const pairs: Pair[] = []
  const words = edited.map((each) => wordsOf(editedText(each)))
  let from = 0
  base.forEach((paragraph, index) => {
    const own = wordsOf(baseText(paragraph))
    const isCell = paragraph.block.role === 'cell'
    let [best, bestLikeness] = [-1, LIKE]
    for (let at = from; at < edited.length; at++) {
      if ((edited[at]?.cell !== undefined) !== isCell) continue
      // Cells of a gap are as many on both sides, unless rows were added.
      const likeness =
        isCell && base.length === edited.length && at === index
          ? 1
          : likenessOf(own, words[at] ?? [])
      if (likeness > bestLikeness) [best, bestLikeness] = [at, likeness]
    }
    if (best < 0) return
    pairs.push([index, best])
    from = best + 1
  })
  return pairs
}

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Dice's coefficient of the words of two texts, 0 to 1. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    common += 1
    left.set(word, count - 1)
  }
  return (2 * common) / (a.length + b.length)
}

/** A pair opens a region; so does whatever changes from a cell to another or to none. */
function regionsOf(
  pairs: readonly Pair[],
  base: readonly BaseParagraph[],
  edited: readonly EditedParagraph[],
): readonly Region[] {
  const partner = new Map(pairs)
  const regions: { base: BaseParagraph[]; edited: EditedParagraph[] }[] = []
  let at = 0
  const takeUntil = (end: number): void => {
    for (; at < end; at++) {
      const paragraph = edited[at]
      if (paragraph === undefined) continue
      const last = regions.at(-1)
      const isNear =
        last !== undefined && (last.edited.at(-1)?.cell ?? cellOfBase(last.base)) === paragraph.cell
      if (isNear) last.edited.push(paragraph)
      else regions.push({ base: [], edited: [paragraph] })
    }
  }
  base.forEach((paragraph, index) => {
    const other = partner.get(index)
    if (other === undefined) {
      const last = regions.at(-1)
      const isNear =
        last !== undefined &&
        last.edited.length > 0 &&
        paragraph.block.role !== 'cell' &&
        last.edited.every(({ cell }) => cell === undefined) &&
        last.base.every(({ block }) => block.chapter === paragraph.block.chapter)
      if (isNear) last.base.push(paragraph)
      else regions.push({ base: [paragraph], edited: [] })
      return
    }
    takeUntil(other)
    const found = edited[other]
    at = other + 1
    regions.push({ base: [paragraph], edited: found === undefined ? [] : [found] })
  })
  takeUntil(edited.length)
  return regions
}

const cellOfBase = (base: readonly BaseParagraph[]): string | undefined =>
  base.some(({ block }) => block.role === 'cell') ? '' : undefined

/** Regions whose last paragraph is merged with the next one are one with it. */
export function joinMerged(regions: readonly Region[], decide: Decide): readonly Region[] {
  const joined: Region[] = []
  for (const region of regions) {
    const last = joined.at(-1)
    const end = last?.edited.at(-1)?.atoms.at(-1)
    const isMerged =
      last !== undefined &&
      end?.deleted !== undefined &&
      decide(end.deleted) &&
      last.edited.at(-1)?.cell === region.edited[0]?.cell
    if (isMerged)
      joined[joined.length - 1] = {
        base: [...last.base, ...region.base],
        edited: [...last.edited, ...region.edited],
      }
    else joined.push(region)
  }
  return joined
}
