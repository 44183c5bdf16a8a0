import type { Origin } from '../origin/origin.ts'
import type { FinalParagraph } from './weave.ts'

/** A note that the manuscript has not. */
export interface NewNote {
  /** By which its call names it. */
  readonly name: string
  readonly paragraphs: readonly FinalParagraph[]
}

/** Words of a note that make its label. */
const WORDS = 3

/** A label for each new note, from its first words; none that the manuscript, or another file, has. */
export function labelsOf(
  notes: readonly NewNote[],
  origin: Origin,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const used = new Set([...origin.notes.map(({ label }) => label.toLowerCase()), ...taken])
  const labels = new Map<string, string>()
  for (const { name, paragraphs } of notes) {
    const text = paragraphs.flatMap(({ atoms }) => atoms.map((atom) => atom.text)).join('')
    const words = text
      .normalize('NFKD')
      .replace(/https?:\/\/(?:www\.)?/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/gu)
      ?.filter((word) => word.length > 1)
    const slug = words?.slice(0, WORDS).join('-').slice(0, 40)
    // A number would be a promise.
    const base = slug === undefined || /^\d/u.test(slug) ? `note-${slug ?? 'new'}` : slug
    let label = base
    for (let count = 2; used.has(label); count += 1) label = `${base}-${String(count)}`
    used.add(label)
    labels.set(name, label)
  }
  return labels
}
