import type { Fix } from '../../diagnostic/diagnostic.ts'
import type { Ground } from '../ground.ts'
import { isEnglish } from './english.ts'
import type { Manner } from './manner.ts'
import type { PlacedCall } from './placed-calls.ts'

/**
 * A call before a mark that it should follow. The rule is settled in English: a call follows every
 * mark but a dash, and stands inside a closing parenthesis where it belongs to what is in it
 * (Chicago Manual of Style, 17th ed., 14.26; MHRA Style Guide 10.3; Oxford Guide to Style 15.16.5).
 * In French it comes before, in German and Spanish either may be right: there it is silent.
 */
export const footnoteBeforePunctuation: Manner = {
  rule: 'footnote-before-punctuation',
  find(calls, index, ground) {
    const placed = calls[index]
    if (placed === undefined) return undefined
    const marks = marksBehind(placed, ground)
    if (marks === undefined || !isEnglish(ground, placed.block)) return undefined
    const habit = habitOf(calls, ground)
    if (habit === undefined)
      return {
        position: ground.at(placed.start, placed.end),
        message: `${placed.shown} stands before \`${marks.text}\``,
        help: `write it behind: \`${marks.text}${placed.shown.slice(1)}`,
        ...fixOf([placed], ground),
      }
    // A custom of the chapter is one finding, not a hundred.
    if (habit.first !== placed) return undefined
    return {
      position: ground.at(placed.start, placed.end),
      message: `${placed.shown} stands before \`${marks.text}\`, as ${habit.before.length} of the ${habit.count} calls do that stand beside a mark`,
      help: 'move them behind the marks, or write `checks: { footnote-before-punctuation: off }` in `book.yaml` where the book keeps to another tradition',
      ...fixOf(habit.before, ground),
    }
  },
}

interface Marks {
  readonly text: string
  /** Behind the last of them. */
  readonly end: number
}

/** The marks behind a call, through the end of an emphasis; a closing bracket and a dash are none. */
function marksBehind({ end }: PlacedCall, { text }: Ground): Marks | undefined {
  const behind =
    /^([*_]{0,3})((?:[.,:](?!\p{N})|[;?!…]|[”»](?![\p{L}\p{N}])|["’'](?![\p{L}\p{N}]))+)/u.exec(
      text.slice(end, end + 12),
    )
  if (behind === null) return undefined
  const [whole, , marks = ''] = behind
  return { text: marks, end: end + whole.length }
}

interface Habit {
  readonly first: PlacedCall | undefined
  readonly before: readonly PlacedCall[]
  /** Calls that stand beside a mark, before or behind it. */
  readonly count: number
}

const habits = new WeakMap<Ground, Habit | { readonly none: true }>()

/** The custom of a chapter that puts nearly all its calls before the marks; absence means that it has none. */
function habitOf(calls: readonly PlacedCall[], ground: Ground): Habit | undefined {
  const known = habits.get(ground)
  const habit = known ?? findHabit(calls, ground)
  habits.set(ground, habit)
  return 'none' in habit ? undefined : habit
}

function findHabit(calls: readonly PlacedCall[], ground: Ground): Habit | { readonly none: true } {
  const before = calls.filter((call) => marksBehind(call, ground) !== undefined)
  const behind = calls.filter(
    ({ start, end }) =>
      /[.,;:?!…”’"]/u.test(ground.text[start - 1] ?? '') && /\s/u.test(ground.text[end] ?? ' '),
  )
  // Six are a custom; fewer are slips.
  return before.length >= 6 && before.length > 3 * behind.length
    ? { first: before[0], before, count: before.length + behind.length }
    : { none: true }
}

/** Moves calls behind their marks; what stands between is kept. No fix where one would meet another call. */
function fixOf(calls: readonly PlacedCall[], ground: Ground): { fix?: readonly Fix[] } {
  const fix: Fix[] = []
  for (const call of calls) {
    const marks = marksBehind(call, ground)
    if (marks === undefined) continue
    const meetsCall = /^[^\S\n]{0,4}\n?\^?\[/u.test(ground.text.slice(marks.end, marks.end + 6))
    if (meetsCall || call.headsLine || call.headsBlock) return {}
    const spelled = ground.text.slice(call.start, call.end)
    fix.push(
      { start: call.before, end: call.end, text: '' },
      { start: marks.end, end: marks.end, text: spelled },
    )
  }
  return { fix }
}
