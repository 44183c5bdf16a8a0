import { inRange, keyOf, numberOf, type Ground } from '../ground.ts'
import { once } from '../once.ts'

interface Wants {
  /** Labels of notes that have a text and no call, in the order of their texts. */
  readonly lacking: readonly string[]
  /** Those of them that are names. */
  readonly lackingNames: readonly string[]
  /** Place of each key among the definitions. */
  readonly order: ReadonlyMap<string, number>
  /** Spelled calls whose label is a number, in order. */
  readonly numbers: readonly { readonly number: number; readonly offset: number }[]
  /** Places of all spelled calls, in order. */
  readonly offsets: readonly { readonly offset: number }[]
}

const wantsOf = once((ground): Wants => {
  const lacking = [...ground.definitions.values()].flatMap(([first]) =>
    first !== undefined && ground.lacksCall(first.label) ? [first.label] : [],
  )
  return {
    lacking,
    lackingNames: lacking.filter((label) => numberOf(label) === undefined),
    order: new Map([...ground.definitions.keys()].map((key, index) => [key, index])),
    numbers: ground.spelled.flatMap(({ label, position }) => {
      const number = numberOf(label)
      return number === undefined ? [] : [{ number, offset: position.start.offset }]
    }),
    offsets: ground.spelled.map(({ position }) => ({ offset: position.start.offset })),
  }
})

/** Index of the first that lies at or after an offset. */
function firstFrom(list: Wants['offsets'], offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.offset ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Whether a call of `number` is missing where it is typed: its note, or a note with a name, is called
 * nowhere, or the numbers around it leave just this one out.
 */
export function wantsCall(ground: Ground, number: number, offset: number): boolean {
  const label = String(number)
  if (ground.lacksCall(label)) return true
  if (ground.isDefined(label)) return false
  const { lackingNames, numbers } = wantsOf(ground)
  if (inRange(ground, number) && lackingNames.length > 0) return true
  if (ground.lacksText(label)) return false
  const at = firstFrom(numbers, offset)
  const before = numbers[at - 1]?.number
  const after = numbers[at]?.number
  if (after !== undefined) return before === number - 1 && after === number + 1
  // The last note of a chapter that promises it.
  return before === number - 1 && ground.chapter.contract !== undefined && inRange(ground, number)
}

/** The label under which a typed number would be called: itself, or the name of the note that lacks its call there. */
export function calledByNumber(ground: Ground, number: number, offset: number): string {
  const label = String(number)
  if (ground.isDefined(label) || !inRange(ground, number)) return label
  const { lackingNames: named, order, offsets } = wantsOf(ground)
  if (named.length < 2) return named[0] ?? label
  const called = ground.spelled[firstFrom(offsets, offset) - 1]
  const at = called === undefined ? -1 : (order.get(keyOf(called.label)) ?? -1)
  return named.find((other) => (order.get(keyOf(other)) ?? -1) > at) ?? named[0] ?? label
}
