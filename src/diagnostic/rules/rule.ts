export type Severity = 'error' | 'warning' | 'info'

/** A row of the rule table. */
export interface Rule {
  readonly severity: Severity
  /** One sentence, as a heading of the documentation would say it: what the rule finds. */
  readonly says: string
  /** One sentence: what a reader would suffer. Printed as the note of a finding that has none of its own. */
  readonly why: string
  /** One sentence, as advice to an author: how it is mended. The documentation prints it. */
  readonly mend: string
  /** True where the input could not be read, parsed or bounded: the command ends with 2, not 1. */
  readonly refuses?: true
}

/** Keeps a group's ids as literal types while its rows are checked. */
export const group = <Id extends string>(rows: Record<Id, Rule>): Readonly<Record<Id, Rule>> => rows
