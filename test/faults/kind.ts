import type { Random } from './random.ts'
import type { Mutant, View } from './view.ts'

/** One way in which people break a chapter, or change it without harm. */
export interface Kind {
  /** Names what happened, not the rule. */
  readonly id: string
  /** Which rules have to do with it: a line of the catalogue. */
  readonly group:
    'pairing' | 'typing' | 'structure' | 'reading' | 'manners' | 'evidence' | 'text' | 'benign'
  readonly severity: 'error' | 'warning' | 'benign'
  /** Ids of the rules that a careful person would accept as the report; none where it is harmless. */
  readonly expects: readonly string[]
  /** Breaks the chapter in one place, or declines where it has none for this. */
  readonly inject: (view: View, random: Random) => Mutant | undefined
}

type Injector = Kind['inject']

/** Builds the rows of one group of faults. */
export const kindsOf =
  (group: Kind['group'], severity: Kind['severity']) =>
  (id: string, expects: string | readonly string[], inject: Injector): Kind => ({
    id,
    group,
    severity,
    expects:
      typeof expects === 'string' ? expects.split(' ').filter((word) => word !== '') : expects,
    inject,
  })
