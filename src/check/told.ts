import type { Diagnostic, Position } from '../diagnostic/diagnostic.ts'
import { typing } from '../diagnostic/rules/typing.ts'
import type { Chapter } from '../model/book.ts'
import { inConflict } from './conflict.ts'
import { Spans } from './spans.ts'

/** What is found of the same letters for the sake of another finding, which says it already. */
interface Explanation {
  readonly by: (rule: string) => boolean
  readonly explains: ReadonlySet<string>
  /** How a finding must stand to one that explains it. `touching` is beside it at least, `near` a character further. */
  readonly standing: 'near' | 'touching' | 'overlapping' | 'within'
}

const isDamage = (rule: string): boolean => Object.hasOwn(typing, rule) || rule === 'footnote-label'

const marks = new Set(['unbalanced-bracket', 'unbalanced-quote'])

const explanations: readonly Explanation[] = [
  // The brackets of what should have been a call or a figure.
  {
    by: (rule) => isDamage(rule) || rule === 'figure-braces',
    explains: marks,
    standing: 'touching',
  },
  // Letters of a label, and what is read as an address since its label is none.
  {
    by: isDamage,
    explains: new Set(['mixed-script-word', 'reference-typed-by-hand', 'unsafe-url']),
    standing: 'overlapping',
  },
  // Letters that were garbled are of any script, and may look like quotation marks.
  {
    by: (rule) => rule === 'garbled-letters',
    explains: new Set(['mixed-script-word', 'straight-quote', ...marks]),
    standing: 'touching',
  },
  // `<https://www. x.org>`: the part before the blank is no address, and need not be.
  {
    by: (rule) => rule === 'url-with-space',
    explains: new Set(['malformed-url']),
    standing: 'near',
  },
  // `[^a]: [^a]: text`: the second label is one too many.
  {
    by: (rule) => rule === 'glued-footnote',
    explains: new Set(['duplicate-footnote']),
    standing: 'overlapping',
  },
  // A character that any other rule names need be in no face.
  {
    by: (rule) => rule !== 'missing-glyph',
    explains: new Set(['missing-glyph']),
    standing: 'within',
  },
]

/**
 * The findings of a chapter, one cause once: a conflict explains all that stands in it, and other
 * findings what the table above says. What a rule reads as mended from the start is told in
 * `damage.ts` and `pairing.ts`.
 */
export function withoutTold(all: readonly Diagnostic[], chapter: Chapter): readonly Diagnostic[] {
  const found = all.filter((finding) => !inConflict(finding, chapter))
  return explanations.reduce<readonly Diagnostic[]>(withoutExplained, found)
}

function withoutExplained(
  found: readonly Diagnostic[],
  { by, explains, standing }: Explanation,
): readonly Diagnostic[] {
  if (!found.some(({ rule }) => explains.has(rule))) return found
  const places = found.filter(({ rule }) => by(rule)).flatMap(placesExplained)
  const reach = { near: 2, touching: 1, overlapping: 0, within: 0 }[standing]
  const spans = new Spans(
    places.map(({ start, end }) => ({ start: start.offset - reach, end: end.offset + reach })),
  )
  const isTold = ({ start, end }: Position): boolean =>
    standing === 'within'
      ? spans.covers(start.offset, end.offset)
      : spans.overlaps(start.offset, end.offset)
  return found.filter((each) => {
    // Of a note with two texts the other one stands elsewhere.
    const own = placesOf(each.rule === 'duplicate-footnote' ? { ...each, related: [] } : each)
    return !explains.has(each.rule) || own.length === 0 || !own.every(isTold)
  })
}

/** Where a finding speaks for others: damage at its call and at its text. */
const placesExplained = (finding: Diagnostic): readonly Position[] =>
  isDamage(finding.rule) ? placesOf(finding) : placesOf({ ...finding, related: [] })

/** All places at which a finding says the same: its own, and the others of its file. */
const placesOf = ({ position, file, related = [] }: Diagnostic): readonly Position[] =>
  position === undefined
    ? []
    : [position, ...related.flatMap((each) => (each.file === file ? [each.position] : []))]
