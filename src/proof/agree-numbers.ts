import type { Disagreements } from './disagreement.ts'
import type { ExpectedPassage, Source } from './expected.ts'
import { squash, toStream } from './normalise.ts'
import type { Passage } from './passage.ts'

interface Wanted {
  readonly number: string
  readonly source: Source
  readonly text?: readonly ExpectedPassage[]
  /** Of a call: what stands before it. */
  readonly before?: string
}

interface Read {
  /** Absence means that the reader is not shown numbers. */
  readonly number?: string
  readonly place: string
  readonly text?: readonly Passage[]
  /** As in `Wanted`. */
  readonly before?: string
}

/**
 * Compares count, order and numbers of notes or calls. Gives the pairs that are the same note, for
 * their words to be compared.
 */
export function agreeNumbers<W extends Wanted, R extends Read>(
  what: 'note' | 'call',
  wanted: readonly W[],
  read: readonly R[],
  found: Disagreements,
): readonly (readonly [W, R])[] {
  const name = (number: string): string =>
    what === 'note' ? `note ${number}` : `the call of note ${number}`
  if (wanted.length === read.length) {
    const pairs = wanted.map((want, index) => [want, read[index] as R] as const)
    agreePairs(pairs, name, found)
    return pairs
  }
  const pairs = pairUp(wanted, read)
  const paired = new Map(pairs)
  let last: R | undefined
  for (const want of wanted) {
    const have = paired.get(want)
    if (have !== undefined) {
      last = have
      continue
    }
    const after = last === undefined ? 'at the start' : `after ${last.place}`
    found.add(`${name(want.number)} is missing from ${found.edition} (${after})`, want.source)
  }
  const known = new Set(paired.values())
  for (const have of read) {
    if (known.has(have)) continue
    const which = have.number === undefined ? `a ${what}` : name(have.number)
    found.add(
      `${found.edition} has ${which} (${have.place}) once more than the manuscript`,
      wanted.find(({ number }) => number === have.number)?.source ?? wanted.at(-1)?.source,
    )
  }
  agreePairs(pairs, name, found)
  return pairs
}

function agreePairs(
  pairs: readonly (readonly [Wanted, Read])[],
  name: (number: string) => string,
  found: Disagreements,
): void {
  for (const [want, { number, place }] of pairs) {
    if (number === undefined || number === want.number) continue
    const numbered = number === '' ? 'has no number' : `is numbered \`${number}\``
    found.add(`${name(want.number)} ${numbered} in ${found.edition} (${place})`, want.source)
  }
}

/**
 * Pairs what has the same words, since programs that count anew give a lost note's number to the
 * next; of the others, what has the same number. In the order of the wanted ones.
 */
function pairUp<W extends Wanted, R extends Read>(
  wanted: readonly W[],
  read: readonly R[],
): readonly (readonly [W, R])[] {
  const pairs = new Map<W, R>()
  const taken = new Set<R>()
  const pairBy = (key: (item: Wanted | Read) => string | undefined): void => {
    for (const want of wanted) {
      const wantedKey = key(want)
      if (pairs.has(want) || wantedKey === undefined) continue
      const have = read.find((each) => !taken.has(each) && key(each) === wantedKey)
      if (have === undefined) continue
      pairs.set(want, have)
      taken.add(have)
    }
  }
  const keys = new Map([...wanted, ...read].map((item) => [item, wordsOf(item)]))
  pairBy((item) => keys.get(item as W | R))
  pairBy(({ number }) => number)
  return wanted.flatMap((want) => {
    const have = pairs.get(want)
    return have === undefined ? [] : [[want, have] as const]
  })
}

/** First words of a note; words before a call. */
function wordsOf({ text, before }: Wanted | Read): string | undefined {
  if (before !== undefined) return before
  return text && squash(toStream<{ readonly text: string }>(text).text).slice(0, 60)
}
