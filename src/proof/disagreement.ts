import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { ProvenKind } from '../edition.ts'
import type { Source } from './expected.ts'

/** One thing in which an edition differs from its manuscript. */
export interface Disagreement {
  /** Names the edition and the place in it. */
  readonly message: string
  /** Absence means that it is about the edition as a whole. */
  readonly source?: Source
}

/** Gathers disagreements of one reading. */
export interface Disagreements {
  readonly list: readonly Disagreement[]
  /** As messages name it: "the EPUB", "the EPUB as pandoc reads it". */
  readonly edition: string
  readonly add: (message: string, source?: Source) => void
}

const names = {
  print: 'the PDF',
  word: 'the Word file',
  epub: 'the EPUB',
  web: 'the web edition',
} as const

export function disagreementsOf(kind: ProvenKind, witness?: 'pandoc'): Disagreements {
  const list: Disagreement[] = []
  const edition = witness === undefined ? names[kind] : `${names[kind]}, as ${witness} reads it`
  return {
    list,
    edition,
    add: (message, source) => {
      list.push(source === undefined ? { message } : { message, source })
    },
  }
}

/** Findings of one edition that are told one by one: a person mends the cause of the first few. */
const TOLD = 12

/** Makes findings of disagreements, the first few each, the rest as a count. */
export function toDiagnostics(
  disagreements: readonly Disagreement[],
  kind: ProvenKind,
): readonly Diagnostic[] {
  const rule = `${kind}-disagrees` as const
  const told = disagreements.slice(0, TOLD).map(({ message, source }) =>
    diagnose(rule, {
      ...(source === undefined ? {} : { file: source.file, position: source.position }),
      message,
      help: 'build it again; if it is found again, the maker of this edition is at fault: report it',
    }),
  )
  const rest = disagreements.length - told.length
  if (rest <= 0) return told
  const places = rest === 1 ? '1 more place' : `${rest} more places`
  return [...told, diagnose(rule, { message: `${names[kind]} differs in ${places}` })]
}
