import { evidence } from './rules/evidence.ts'
import { footnotes } from './rules/footnotes.ts'
import { links } from './rules/links.ts'
import { importing, making } from './rules/making.ts'
import { manners } from './rules/manners.ts'
import { reading } from './rules/reading.ts'
import { rewriting } from './rules/rewriting.ts'
import { reviewing } from './rules/reviewing.ts'
import type { Rule, Severity } from './rules/rule.ts'
import { structure } from './rules/structure.ts'
import { text } from './rules/text.ts'
import { typing } from './rules/typing.ts'

export type { Rule, Severity }

/** The groups in the order in which the documentation shows them. */
export const ruleGroups = {
  'Notes: pairing and numbering': footnotes,
  'Notes: damage in typing': typing,
  'Notes: manners': manners,
  'Notes: evidence': evidence,
  'Addresses, with --links': links,
  'Cross-references and structure': structure,
  'The text': text,
  Reading: reading,
  'Making and proving': making,
  Import: importing,
  'Renumbering and fixing': rewriting,
  'Coming back from Word': reviewing,
} as const

/** Every rule by its id. The one place that says how grave a finding is. */
export const rules = {
  ...footnotes,
  ...typing,
  ...manners,
  ...evidence,
  ...links,
  ...structure,
  ...text,
  ...reading,
  ...making,
  ...importing,
  ...rewriting,
  ...reviewing,
}

export type RuleId = keyof typeof rules

/** True where `id` names a row; narrows. */
export const isRuleId = (id: string): id is RuleId => Object.hasOwn(rules, id)

/** References that lead nowhere, or to more than one thing. */
const references: readonly string[] = [
  'undefined-reference',
  'duplicate-identifier',
  'reference-kind',
]

/**
 * True for what the imprimatur vouches for: that notes and references are sound. A book cannot lower
 * such a rule below error. Damage in typing is of them, since a note that is damaged is no note.
 */
export const isOfSoundness = (id: string): boolean =>
  isRuleId(id) &&
  rules[id].severity === 'error' &&
  (Object.hasOwn(footnotes, id) || Object.hasOwn(typing, id) || references.includes(id))

/** Rules of the checks whose severity a book may set to anything, or turn off. */
export const settableRules: readonly string[] = Object.keys({
  ...manners,
  ...evidence,
  ...structure,
  ...text,
}).filter((id) => !isOfSoundness(id))
