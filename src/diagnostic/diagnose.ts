import type { Diagnostic } from './diagnostic.ts'
import { rules, type Rule, type RuleId } from './rules.ts'

/** Makes a finding of `rule`, with the rule's severity, and its reason as note where none is given. */
export function diagnose(rule: RuleId, finding: Omit<Diagnostic, 'rule' | 'severity'>): Diagnostic {
  const row: Rule = rules[rule]
  return { rule, severity: row.severity, note: row.why, ...finding }
}
