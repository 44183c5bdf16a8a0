import type { Words } from '../../template/template.ts'
import type { LineRun, Meaning } from '../line/line.ts'
import { textOf } from '../line/set-words.ts'
import type { LinkTarget } from './tree.ts'

/** A link as it is tagged: where it leads, and what a reader hears of it before following it. */
export interface LinkMeaning {
  readonly target: LinkTarget
  readonly contents: string
}

/** Where a meaning leads; undefined where it leads nowhere, or to a name that is not in the document. */
export function linkOf(
  meaning: Meaning,
  runs: readonly LineRun[],
  words: Words,
  destinations: ReadonlySet<string>,
): LinkMeaning | undefined {
  switch (meaning.type) {
    case 'text':
    case 'marker':
      return undefined
    case 'link':
      return { target: { type: 'url', url: meaning.url }, contents: meaning.url }
    case 'reference':
      return named(meaning.anchor, spokenText(runs), destinations)
    case 'footnoteMark':
      return named(meaning.note, `${words.note} ${spokenText(runs)}`, destinations)
    case 'noteNumber':
      return named(meaning.reference, `${spokenText(runs)}, ${words.backToText}`, destinations)
    default:
      return meaning satisfies never
  }
}

const named = (
  name: string,
  contents: string,
  destinations: ReadonlySet<string>,
): LinkMeaning | undefined =>
  destinations.has(name) ? { target: { type: 'name', name }, contents } : undefined

/** The characters of runs, white space at their ends left out. */
const spokenText = (runs: readonly LineRun[]): string => runs.map(textOf).join('').trim()

/** Names by which footnote marks are found: notes lead back to them. */
export const marksOf = (runs: readonly LineRun[]): readonly (readonly [string, LineRun])[] =>
  runs.flatMap((run) =>
    run.meaning.type === 'footnoteMark' ? [[run.meaning.anchor, run] as const] : [],
  )
