import { groundOf } from '../check/ground.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic, Position } from '../diagnostic/diagnostic.ts'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import { isNumericLabel } from '../model/number.ts'
import type { Edit } from './edit.ts'
import { labelEdit } from './label-edits.ts'
import { referencesOf } from './reference-edits.ts'

/** Labels that were used twice, parted: each further note has a number that was free. */
export interface Parted {
  readonly edits: readonly Edit[]
  /** What each new label was. */
  readonly origins: ReadonlyMap<string, string>
}

interface Place {
  readonly label: string
  readonly what: 'call' | 'text'
  readonly position: Position
}

/**
 * Parts the notes of chapters that were put together in one file, so that numbers stand twice as
 * labels. The nth call of a number belongs to its nth text where that cannot be read otherwise:
 *
 * - in every stretch of the file each number that stands twice is called once and has one text, and
 *   the next stretch begins only then (`A[^1]`, `[^1]: …`, `B[^1]`, `[^1]: …`); or
 * - all texts stand after all calls, in the very order of the calls, and both count up one by one and
 *   start again at the same number.
 *
 * Undefined where there is nothing to part, or where it would be a guess: the rules of pairing say it.
 */
export function partLabels(chapter: Chapter): Parted | undefined {
  const { definitions, calls } = groundOf(chapter)
  const doubled = new Set<string>()
  for (const [key, texts] of definitions) {
    const called = calls.get(key) ?? []
    if (texts.length === 1 && called.length < 2) continue
    const isEven =
      texts.length === called.length && called.every((call) => call.inNote === undefined)
    if (!isEven || !isNumericLabel(key)) return undefined
    doubled.add(key)
  }
  if (doubled.size === 0) return undefined
  const places = placesOf(chapter)
  const inQuestion = places.filter(({ label }) => doubled.has(label))
  if (!areStretches(inQuestion) && !areRuns(places)) return undefined
  return part(chapter, inQuestion, places)
}

/** Numeric calls in the text, and numeric texts, in order of the file. */
function placesOf({ written }: Chapter): Place[] {
  const calls = written.calls
    .filter(({ inline, inNote, label }) => !inline && inNote === undefined && isNumericLabel(label))
    .map(({ label, position }): Place => ({ label, what: 'call', position }))
  const texts = written.definitions
    .filter(({ label }) => isNumericLabel(label))
    .map(({ label, position }): Place => ({ label, what: 'text', position }))
  return [...calls, ...texts].sort((a, b) => a.position.start.offset - b.position.start.offset)
}

function areStretches(places: readonly Place[]): boolean {
  let seen = { call: new Set<string>(), text: new Set<string>() }
  const isWhole = (): boolean =>
    seen.call.size === seen.text.size && [...seen.call].every((label) => seen.text.has(label))
  for (const { label, what } of places) {
    if (seen[what].has(label)) {
      if (!isWhole()) return false
      seen = { call: new Set(), text: new Set() }
    }
    seen[what].add(label)
  }
  return isWhole()
}

function areRuns(places: readonly Place[]): boolean {
  const half = places.length / 2
  const calls = places.slice(0, half)
  const texts = places.slice(half)
  if (!calls.every(({ what }) => what === 'call') || !texts.every(({ what }) => what === 'text'))
    return false
  if (!calls.every(({ label }, index) => texts[index]?.label === label)) return false
  const numbers = calls.map(({ label }) => Number(label))
  const [first] = numbers
  const starts = numbers.flatMap((number, index) => (number === first ? [index] : []))
  const areLong = starts.every((start, index) => (starts[index + 1] ?? half) - start > 1)
  const areRising = numbers.every(
    (number, index) => number === first || number === (numbers[index - 1] ?? 0) + 1,
  )
  return areLong && areRising
}

function part(
  { written }: Chapter,
  inQuestion: readonly Place[],
  all: readonly Place[],
): Parted | undefined {
  let free = all.reduce((most, { label }) => Math.max(most, Number(label)), 0)
  const count = new Map<string, number>()
  const given = new Map<string, string>()
  const origins = new Map<string, string>()
  const edits: Edit[] = []
  for (const { label, what, position } of inQuestion) {
    const nth = (count.get(`${what} ${label}`) ?? 0) + 1
    count.set(`${what} ${label}`, nth)
    if (nth === 1) continue
    const known = given.get(`${nth} ${label}`)
    const next = known ?? String(++free)
    if (!isNumericLabel(next)) return undefined
    given.set(`${nth} ${label}`, next)
    origins.set(next, label)
    edits.push(labelEdit(written.text, label, position, next))
  }
  return { edits, origins }
}

/** References to a number that two notes of a chapter bear: either may be meant. */
export function referencesToParted(
  book: Book,
  parted: ReadonlyMap<string, Parted>,
): readonly Diagnostic[] {
  const doubled = new Map([...parted].map(([id, { origins }]) => [id, new Set(origins.values())]))
  return chaptersOf(book).flatMap((chapter) =>
    referencesOf(chapter, book)
      .filter(({ chapter: target, label }) => doubled.get(target.id)?.has(label) === true)
      .map(({ label, position }) =>
        diagnose('renumber-refused', {
          file: chapter.file,
          position,
          message: `two notes have the label ${label}, and either may be meant here`,
          help: 'give the note that is meant a name as label, in its call and before its text, and lead to that',
        }),
      ),
  )
}
