import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic, Fix, Related } from '../diagnostic/diagnostic.ts'
import type { RuleId } from '../diagnostic/rules.ts'
import type { Chapter } from '../model/book.ts'
import { groundOf, keyOf, type Ground } from './ground.ts'
import { Spans } from './spans.ts'
import { typing } from './typing/typing.ts'

/** A call or a definition that would be there if a damage were mended. */
export interface Healed {
  readonly what: 'call' | 'definition'
  /** As meant. */
  readonly label: string
  readonly offset: number
}

/**
 * A spelling that was meant as a note and is none. It *explains* what it heals: the rules of pairing
 * and numbering read the chapter as though it were mended, so that one cause gives one message.
 */
export interface Damage {
  readonly rule: RuleId
  readonly start: number
  readonly end: number
  readonly message: string
  readonly help: string
  readonly note?: string
  readonly fix?: readonly Fix[]
  readonly related?: readonly Related[]
  readonly heals: readonly Healed[]
  /** The label that a note will have which is paired under a wrong one; references to it wait for that. */
  readonly meant?: string
  /** Other places of the same damage: the text of a note that is written as wrongly as its call. */
  readonly also?: readonly { readonly start: number; readonly end: number; readonly is: string }[]
}

/** All stretches of the text that a damage takes. */
export const stretchesOf = ({
  start,
  end,
  also = [],
}: Damage): readonly { readonly start: number; readonly end: number }[] => [{ start, end }, ...also]

export type Finder = (ground: Ground) => readonly Damage[]

const known = new WeakMap<Chapter, readonly Damage[]>()

/** All damage of a chapter, found once. No two overlap, and no call or definition is healed twice. */
export function damagesOf(chapter: Chapter): readonly Damage[] {
  const before = known.get(chapter)
  if (before !== undefined) return before
  const ground = groundOf(chapter)
  const damages: Damage[] = []
  const taken = new Spans()
  const healed = new Set<string>()
  for (const find of typing)
    for (const damage of find(ground)) {
      if (taken.overlaps(damage.start, damage.end)) continue
      const heals = damage.heals.map(({ what, label }) => `${what} ${keyOf(label)}`)
      if (heals.length > 0 && heals.every((heal) => healed.has(heal))) continue
      for (const heal of heals) healed.add(heal)
      damages.push(damage)
      for (const { start, end } of stretchesOf(damage)) taken.add(start, end)
    }
  known.set(chapter, damages)
  return damages
}

/** The finding that a damage is told as. */
export function toDiagnostic(damage: Damage, chapter: Chapter): Diagnostic {
  const { rule, start, end, message, help, note, fix, also = [] } = damage
  const { file } = chapter
  const { at } = groundOf(chapter)
  const related = [
    ...(damage.related ?? []),
    ...also.map((each) => ({ file, position: at(each.start, each.end), message: each.is })),
  ]
  return diagnose(rule, {
    file,
    position: at(start, end),
    message,
    help,
    ...(note === undefined ? {} : { note }),
    ...(fix === undefined ? {} : { fix }),
    ...(related.length === 0 ? {} : { related }),
  })
}
