import type { Words } from '../../template/template.ts'
import type { LineRun, Meaning } from '../line/line.ts'
import { textOf } from '../line/set-words.ts'
import type { LinkTarget, Spoken } from './tree.ts'

/** A link as it is tagged: where it leads, and what a reader hears of it before following it. */
export interface LinkMeaning {
  readonly target: LinkTarget
  readonly spoken: Spoken
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
      return {
        target: { type: 'url', url: meaning.url },
        spoken: { text: meaning.url, isWhole: true },
      }
    case 'reference':
      return named(meaning.anchor, { text: spokenText(runs), isWhole: false }, destinations)
    case 'footnoteMark':
      return named(meaning.note, whole(`${words.note} ${spokenText(runs)}`), destinations)
    case 'noteNumber':
      return named(
        meaning.reference,
        whole(`${spokenText(runs)}, ${words.backToText}`),
        destinations,
      )
    default:
      return meaning satisfies never
  }
}

const named = (
  name: string,
  spoken: Spoken,
  destinations: ReadonlySet<string>,
): LinkMeaning | undefined =>
  destinations.has(name) ? { target: { type: 'name', name }, spoken } : undefined

const whole = (text: string): Spoken => ({ text, isWhole: true })

/** Adds the words of a further line, cut at a hyphen where the line before was `hyphenated`. */
export function goOn(spoken: Spoken, runs: readonly LineRun[], hyphenated: boolean): void {
  if (spoken.isWhole) return
  const before = hyphenated ? spoken.text.replace(/[-\u00AD\u2010]$/u, '') : spoken.text
  spoken.text = `${before}${hyphenated ? '' : ' '}${spokenText(runs)}`
}

/** The characters of runs, white space at their ends left out. */
const spokenText = (runs: readonly LineRun[]): string => runs.map(textOf).join('').trim()

/** Names by which footnote marks are found: notes lead back to them. */
export const marksOf = (runs: readonly LineRun[]): readonly (readonly [string, LineRun])[] =>
  runs.flatMap((run) =>
    run.meaning.type === 'footnoteMark' ? [[run.meaning.anchor, run] as const] : [],
  )
