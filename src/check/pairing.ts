import type { Chapter } from '../model/book.ts'
import type { WrittenDefinition } from '../model/written.ts'
import type { FootnoteSpelling } from '../source/scan.ts'
import { damagesOf, stretchesOf } from './damage.ts'
import { groundOf, keyOf, numberOf, type Ground } from './ground.ts'
import { Spans } from './spans.ts'

/** A call in the text of a chapter, as it stands or as a mend of damage would make it. */
export interface SequencedCall {
  /** As meant. */
  readonly label: string
  readonly number: number | undefined
  readonly start: number
  readonly end: number
  /** `healed` where a damage stands in its place, `undefined` without a text: another rule has spoken of it. */
  readonly state: 'sound' | 'healed' | 'undefined'
  /** A note with a name that is called twice: which of the calls takes the number cannot be told, and this is not the first. */
  readonly again: boolean
}

/** What is left unpaired once all damage is mended, one cause once. */
export interface Pairing {
  /** Calls without a text, the first of each label, with the note that was meant where that can be told. */
  readonly undefined: readonly {
    readonly call: FootnoteSpelling
    readonly meant?: WrittenDefinition
  }[]
  readonly unused: readonly WrittenDefinition[]
  /** First calls outside notes, in order of the text, damage mended. */
  readonly sequence: readonly SequencedCall[]
  /** Labels of notes that are called only where a call takes no number: inside other notes, in alternative text, in a title. */
  readonly inNotes: readonly string[]
  /** Every note has one text and one call in the text, and nothing is damaged. */
  readonly isSound: boolean
  /** The end of the chapter is lost or swallowed, so that its last number says nothing. */
  readonly isCut: boolean
}

const known = new WeakMap<Chapter, Pairing>()

/** Pairs calls with texts, as though damage were mended. Made once for a chapter. */
export function pairingOf(chapter: Chapter): Pairing {
  const before = known.get(chapter)
  if (before !== undefined) return before
  const made = pair(groundOf(chapter))
  known.set(chapter, made)
  return made
}

function pair(ground: Ground): Pairing {
  const { chapter } = ground
  const damages = damagesOf(chapter)
  const heals = damages.flatMap((damage) => damage.heals)
  const healed = (what: 'call' | 'definition'): Set<string> =>
    new Set(heals.filter((heal) => heal.what === what).map(({ label }) => keyOf(label)))
  const healedCalls = healed('call')
  const healedTexts = healed('definition')
  const damaged = new Spans(damages.flatMap(stretchesOf))
  const inDamage = (offset: number): boolean => damaged.holds(offset)

  const undefinedCalls = firstOfEach(
    ground.spelled.filter(
      ({ label, position }) =>
        !ground.isDefined(label) &&
        !healedTexts.has(keyOf(label)) &&
        !inDamage(position.start.offset),
    ),
  )
  const lost = new Set(lostCalls(ground).map(({ label }) => keyOf(label)))
  const unusedTexts = [...ground.definitions.entries()].flatMap(([key, [first]]) =>
    first === undefined ||
    ground.calls.has(key) ||
    healedCalls.has(key) ||
    healedTexts.has(key) ||
    lost.has(key)
      ? []
      : [first],
  )
  const merged = merge(ground, undefinedCalls, unusedTexts)
  const sequence = sequenceOf(ground, merged, healedTexts, inDamage)
  const inNotes = [
    ...[...ground.calls.entries()].flatMap(([key, calls]) =>
      !healedCalls.has(key) && calls.every(({ inNote }) => inNote !== undefined)
        ? (calls[0]?.label ?? [])
        : [],
    ),
    ...lostCalls(ground).flatMap(({ where, label }) =>
      takesNoNumber(where) && ground.lacksCall(label) ? [label] : [],
    ),
  ]
  return {
    undefined: merged.undefined,
    unused: merged.unused,
    sequence,
    inNotes,
    isSound:
      damages.length + undefinedCalls.length + unusedTexts.length + lost.size + inNotes.length ===
        0 && [...ground.calls.values()].every((calls) => calls.length === 1),
    isCut: damages.some(({ rule }) => rule === 'truncated-file' || rule === 'unclosed-fence'),
  }
}

/** A call that leaves no node in the tree, and where it went. */
export interface LostCall extends FootnoteSpelling {
  readonly where: 'image' | 'html' | 'address' | 'title'
}

/** Spelled like calls of notes that have a text, and yet no calls: in alternative text, in HTML, in an address, in the title of the metadata. */
export function lostCalls(ground: Ground): readonly LostCall[] {
  const before = lost.get(ground)
  if (before !== undefined) return before
  const made = findLostCalls(ground)
  lost.set(ground, made)
  return made
}

const takesNoNumber = (where: LostCall['where']): boolean => where === 'image' || where === 'title'

const lost = new WeakMap<Ground, readonly LostCall[]>()

function findLostCalls(ground: Ground): readonly LostCall[] {
  const { scan, calls, figures, inlineImages } = ground.chapter.written
  const sound = new Set(calls.map(({ position }) => position.start.offset))
  const images = new Spans(
    [...figures.map(({ position }) => position), ...inlineImages].map(({ start, end }) => ({
      start: start.offset,
      end: end.offset,
    })),
  )
  const whereOf = ({ surroundings, position: { start } }: FootnoteSpelling) => {
    if (surroundings === 'html') return 'html'
    if (surroundings === 'url') return 'address'
    if (surroundings === 'metadata') return isInTitle(ground, start.offset) ? 'title' : undefined
    if (surroundings !== 'text') return undefined
    return images.holds(start.offset) ? 'image' : undefined
  }
  return scan.footnotes.flatMap((spelling) => {
    const { kind, escaped, label, position } = spelling
    if (kind !== 'call' || escaped || !ground.isDefined(label) || sound.has(position.start.offset))
      return []
    const where = whereOf(spelling)
    return where === undefined ? [] : [{ ...spelling, where }]
  })
}

/** In the title that the metadata gives the chapter, or in the short one. */
export function isInTitle({ chapter }: Ground, offset: number): boolean {
  const { metadataPositions } = chapter.written
  return ['title=', 'short-title='].some((key) => {
    const position = metadataPositions[key]
    return position !== undefined && position.start.offset <= offset && offset < position.end.offset
  })
}

function firstOfEach(calls: readonly FootnoteSpelling[]): FootnoteSpelling[] {
  const seen = new Set<string>()
  return calls.filter(({ label }) => {
    const key = keyOf(label)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * Puts together what is one mistake: a mistyped label leaves a call without a text *and* a text
 * without a call; a label typed twice leaves another one out.
 */
function merge(
  ground: Ground,
  calls: readonly FootnoteSpelling[],
  texts: readonly WrittenDefinition[],
): Pick<Pairing, 'undefined' | 'unused'> & {
  readonly surplus: ReadonlyMap<number, string>
  /** Calls that are one too many, and not where their number belongs. */
  readonly displaced: ReadonlySet<number>
} {
  // Nearly every chapter: nothing is left over, and no note is called twice.
  if (
    calls.length + texts.length === 0 &&
    [...ground.calls.values()].every(({ length }) => length < 2)
  )
    return { undefined: [], unused: [], surplus: new Map(), displaced: new Set() }
  const left = new Set(texts)
  const surplus = new Map<number, string>()
  const take = (fits: (text: WrittenDefinition) => boolean): WrittenDefinition | undefined => {
    for (const text of left)
      if (fits(text)) {
        left.delete(text)
        return text
      }
    return undefined
  }
  const between = fitting(ground)
  // A surplus call takes the place of the one that is missing there. Of two with a number, the one that
  // fits between its neighbours is right.
  const displaced = new Set<number>()
  for (const [, list] of ground.calls) {
    const calledInText = list.filter(({ inNote }) => inNote === undefined)
    if (calledInText.length < 2) continue
    const own = numberOf(calledInText[0]?.label ?? '')
    const right = calledInText.find(
      ({ position }) => own !== undefined && between(position.start.offset)(own),
    )
    const kept = right ?? calledInText[0]
    for (const call of calledInText) {
      if (call === kept) continue
      if (right !== undefined) displaced.add(call.position.start.offset)
      if (left.size === 0) continue
      const fits = between(call.position.start.offset)
      const only = left.size === 1 && calls.length === 0
      const missing = take(({ label }) => only || fits(numberOf(label)))
      if (missing !== undefined) surplus.set(call.position.start.offset, missing.label)
    }
  }
  // A surplus text takes the label of the one that is missing there.
  let open = [...calls]
  const texted = ground.chapter.written.definitions
    .map(({ label, position }) => ({ number: numberOf(label), offset: position.start.offset }))
    .filter(({ number }) => number !== undefined)
  for (const [, list] of ground.definitions)
    for (const text of list.slice(1)) {
      const at = texted[firstFrom(texted, text.position.start.offset) - 1]?.number
      const found = open.find(
        ({ label }) => open.length === 1 || (at !== undefined && numberOf(label) === at + 1),
      )
      if (found !== undefined) open = open.filter((call) => call !== found)
    }
  const undefinedCalls = open.map((call) => {
    const fits = between(call.position.start.offset)
    const only = open.length === 1 && left.size === 1
    const meant = left.size === 0 ? undefined : take(({ label }) => only || fits(numberOf(label)))
    return { call, ...(meant === undefined ? {} : { meant }) }
  })
  return { undefined: undefinedCalls, unused: [...left], surplus, displaced }
}

/** Whether a number fits between the calls with numbers before and after an offset. */
function fitting(ground: Ground): (offset: number) => (number: number | undefined) => boolean {
  const places = ground.spelled.flatMap(({ label, position }) => {
    const number = numberOf(label)
    return number === undefined ? [] : [{ number, offset: position.start.offset }]
  })
  return (offset) => {
    const at = firstFrom(places, offset)
    const before = places[at - 1]
    const after = places[at]?.offset === offset ? places[at + 1] : places[at]
    return (number) =>
      number !== undefined &&
      (before !== undefined || after !== undefined) &&
      number > (before?.number ?? number - 1) &&
      number < (after?.number ?? number + 1)
  }
}

/** Index of the first that lies at or after an offset; the list is in order of offsets. */
function firstFrom(list: readonly { readonly offset: number }[], offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.offset ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function sequenceOf(
  ground: Ground,
  { undefined: undefinedCalls, surplus, displaced }: ReturnType<typeof merge>,
  healedTexts: ReadonlySet<string>,
  inDamage: (offset: number) => boolean,
): SequencedCall[] {
  const { written } = ground.chapter
  const meant = new Map([
    ...surplus,
    ...undefinedCalls.flatMap(({ call, meant: text }) =>
      text === undefined ? [] : [[call.position.start.offset, text.label] as const],
    ),
  ])
  const all: SequencedCall[] = []
  const add = (label: string, start: number, end: number, state: SequencedCall['state']): void => {
    all.push({ label, number: numberOf(label), start, end, state, again: false })
  }
  const inImages = new Set(
    lostCalls(ground).flatMap(({ where, position }) =>
      takesNoNumber(where) ? [position.start.offset] : [],
    ),
  )
  for (const { label, position } of ground.spelled) {
    const start = position.start.offset
    if (ground.inNote(start) || inDamage(start) || inImages.has(start)) continue
    if (displaced.has(start) && !meant.has(start)) continue
    const key = keyOf(label)
    const same = ground.calls.get(key) ?? []
    // A call that is one of two has been told of, wherever the other one stands.
    const isTwice = same.length > 1
    const isLoose =
      isTwice &&
      numberOf(label) === undefined &&
      !same.some((call) => surplus.has(call.position.start.offset))
    const state = isLoose
      ? 'undefined'
      : meant.has(start) || isTwice || healedTexts.has(key)
        ? 'healed'
        : ground.definitions.has(key)
          ? 'sound'
          : 'undefined'
    add(meant.get(start) ?? label, start, position.end.offset, state)
  }
  for (const { inline, position, inNote: outer } of written.calls)
    if (inline && outer === undefined && !inDamage(position.start.offset))
      add(`^${position.start.offset}`, position.start.offset, position.end.offset, 'sound')
  for (const { heals, end } of damagesOf(ground.chapter)) {
    const calls = heals.filter(({ what }) => what === 'call')
    // A label mended to a number stands for itself once.
    const first = new Map(calls.map((call) => [call.offset, call] as const).reverse())
    for (const { label, offset } of first.values())
      add(
        label,
        offset,
        // A fence is told at its first line: what it swallows stands further down.
        offset < end && heals.length <= 2 ? end : offset + label.length + 3,
        'healed',
      )
  }
  for (const { label, position, where } of lostCalls(ground))
    if (!takesNoNumber(where)) add(label, position.start.offset, position.end.offset, 'healed')
  const placeOf = readingPlaces(ground)
  // Nearly always they are in order.
  if (all.some(({ start }, index) => placeOf(start) < placeOf(all[index - 1]?.start ?? 0)))
    all.sort((a, b) => placeOf(a.start) - placeOf(b.start))
  const seen = new Set<string>()
  return all.flatMap((call) => {
    const key = keyOf(call.label)
    if (!seen.has(key)) {
      seen.add(key)
      return [call]
    }
    const isLoose = call.state === 'undefined' && call.number === undefined && ground.isDefined(key)
    return isLoose ? [{ ...call, again: true }] : []
  })
}

/**
 * Where a call is read: at its offset, but that calls in the caption after a table come before those of
 * the table, as `Written.calls` has them and as numbers are given (`model/number.ts`).
 */
export function readingPlaces({ chapter }: Ground): (offset: number) => number {
  const early = new Map<number, number>()
  let least = Infinity
  for (const { position } of chapter.written.calls.toReversed()) {
    const { offset } = position.start
    if (offset > least) early.set(offset, least - 0.5)
    else least = offset
  }
  return (offset) => early.get(offset) ?? offset
}
