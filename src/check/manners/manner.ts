import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { RuleId } from '../../diagnostic/rules.ts'
import type { Book, Chapter } from '../../model/book.ts'
import { groundOf, type Ground } from '../ground.ts'
import { placedCalls, type PlacedCall } from './placed-calls.ts'

/** What a rule of manners says of a call, and for how many calls from that one on it speaks (1 where absent). */
export interface Offence extends Pick<
  Diagnostic,
  'message' | 'help' | 'note' | 'fix' | 'position'
> {
  readonly calls?: number
}

/** A rule of manners: looks at the call with an index. */
export interface Manner {
  readonly rule: RuleId
  readonly find: (
    calls: readonly PlacedCall[],
    index: number,
    ground: Ground,
  ) => Offence | undefined
}

/** The first offence of each call, by the order of the rules, so that one slip is told once. */
export function offencesOf(
  chapter: Chapter,
  { metadata }: Book,
  manners: readonly Manner[],
): readonly (Offence & { readonly rule: RuleId; readonly call: PlacedCall })[] {
  const ground = groundOf(chapter)
  const calls = placedCalls(chapter)
  // A rule that is off must not hide what another says of the same call.
  const heard = manners.filter(({ rule }) => metadata.checks[rule] !== 'off')
  const found: (Offence & { readonly rule: RuleId; readonly call: PlacedCall })[] = []
  let index = 0
  for (;;) {
    const call = calls[index]
    if (call === undefined) return found
    let next = index + 1
    for (const { rule, find } of heard) {
      const offence = find(calls, index, ground)
      if (offence === undefined) continue
      found.push({ ...offence, rule, call })
      next = index + (offence.calls ?? 1)
      break
    }
    index = next
  }
}
