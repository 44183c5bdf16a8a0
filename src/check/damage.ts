import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic, Fix, Related } from '../diagnostic/diagnostic.ts'
import type { RuleId } from '../diagnostic/rules.ts'
import type { Chapter } from '../model/book.ts'
import { escapedFootnote } from './escaped-footnote.ts'
import { footnoteColon } from './footnote-colon.ts'
import { footnoteContinuation } from './footnote-continuation.ts'
import { footnoteInCode } from './footnote-in-code.ts'
import { footnoteInComment } from './footnote-in-comment.ts'
import { footnoteLabel } from './footnote-label.ts'
import { footnoteNumberedTwice } from './footnote-numbered-twice.ts'
import { footnoteTypedByHand } from './footnote-typed-by-hand.ts'
import { footnoteWithoutCaret } from './footnote-without-caret.ts'
import { gluedFootnote } from './glued-footnote.ts'
import { groundOf, keyOf, type Ground } from './ground.ts'
import { indentedFootnote } from './indented-footnote.ts'
import { lookAlikeBracket } from './look-alike-bracket.ts'
import { spaceInFootnote } from './space-in-footnote.ts'
import { splitFootnote } from './split-footnote.ts'
import { truncatedFile } from './truncated-file.ts'
import { unclosedFence } from './unclosed-fence.ts'
import { unclosedFootnote } from './unclosed-footnote.ts'

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
}

export type Finder = (ground: Ground) => readonly Damage[]

/** In order of precedence: what swallows much stands before what is swallowed, the exact before the guessed. */
const finders: readonly Finder[] = [
  unclosedFence,
  truncatedFile,
  footnoteInComment,
  indentedFootnote,
  footnoteInCode,
  splitFootnote,
  spaceInFootnote,
  lookAlikeBracket,
  footnoteColon,
  gluedFootnote,
  escapedFootnote,
  unclosedFootnote,
  footnoteLabel,
  footnoteWithoutCaret,
  footnoteNumberedTwice,
  footnoteTypedByHand,
  footnoteContinuation,
]

const known = new WeakMap<Chapter, readonly Damage[]>()

/** All damage of a chapter, found once. No two overlap, and no call or definition is healed twice. */
export function damagesOf(chapter: Chapter): readonly Damage[] {
  const before = known.get(chapter)
  if (before !== undefined) return before
  const ground = groundOf(chapter)
  const damages: Damage[] = []
  const healed = new Set<string>()
  for (const find of finders)
    for (const damage of find(ground)) {
      if (damages.some(({ start, end }) => damage.start < end && start < damage.end)) continue
      const heals = damage.heals.map(({ what, label }) => `${what} ${keyOf(label)}`)
      if (heals.length > 0 && heals.every((heal) => healed.has(heal))) continue
      for (const heal of heals) healed.add(heal)
      damages.push(damage)
    }
  known.set(chapter, damages)
  return damages
}

/** The finding that a damage is told as. */
export function toDiagnostic(damage: Damage, chapter: Chapter): Diagnostic {
  const { rule, start, end, message, help, note, fix, related } = damage
  return diagnose(rule, {
    file: chapter.file,
    position: groundOf(chapter).at(start, end),
    message,
    help,
    ...(note === undefined ? {} : { note }),
    ...(fix === undefined ? {} : { fix }),
    ...(related === undefined ? {} : { related }),
  })
}
