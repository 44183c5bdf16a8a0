import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Book } from '../../model/book.ts'
import { differ } from './citation-form.ts'
import { citationsOf, type Citation } from './citations.ts'
import { otherAddresses } from './other-address.ts'
import { otherSpellings } from './other-spelling.ts'
import { othersAmong } from './other-source.ts'
import type { Check } from '../rule.ts'

/**
 * One address with two texts before it, or in two spellings, or two sources at one address, or one at two. Case, white space, marks, pinpoints, dates of access, remarks
 * and short forms behind a full one make no other form; a form without the author or the date does.
 */
export const inconsistentCitation: Check = (chapter, book) =>
  (differencesOf(book).get(chapter.id) ?? []).map(({ citation, model, what }): Diagnostic => {
    const { note, chapter: other } = model
    const { says, help, related } = words[what]
    const elsewhere = other === chapter ? '' : ` in \`${other.id}\``
    const name = other === chapter ? `@fn-${note.label}` : `@${other.id}/fn-${note.label}`
    return diagnose('inconsistent-citation', {
      file: chapter.file,
      position: citation.position,
      message: `note ${citation.note.number} ${says} note ${note.number}${elsewhere}`,
      help: help(name),
      related: [
        { file: other.file, position: model.position, message: `${related} note ${note.number}` },
      ],
    })
  })

const words = {
  form: {
    says: 'cites this address in another form than',
    help: (name: string) =>
      `write it in the same form in both notes, or refer to the other with \`${name}\``,
    related: 'the form in',
  },
  source: {
    says: 'gives this address to another source than',
    help: (name: string) => `look up both, and write the right address here or in \`${name}\``,
    related: 'the source in',
  },
  address: {
    says: 'gives this source another address than',
    help: (name: string) =>
      `look up both, and write the right one in both notes, or refer to the other with \`${name}\``,
    related: 'the address in',
  },
  spelling: {
    says: 'spells this address otherwise than',
    help: (name: string) =>
      `write it in both notes as it opens, with \`https\` where that does, or refer to the other with \`${name}\``,
    related: 'the address in',
  },
} as const

interface Difference {
  readonly citation: Citation
  /** The form to which it is held: the most frequent one, of two the first. */
  readonly model: Citation
  /** What differs. */
  readonly what: keyof typeof words
}

const known = new WeakMap<Book, ReadonlyMap<string, readonly Difference[]>>()

/** By the chapter in which the odd form stands. */
function differencesOf(book: Book): ReadonlyMap<string, readonly Difference[]> {
  const before = known.get(book)
  if (before !== undefined) return before
  const found = new Map<string, Difference[]>()
  const told = new Set<Citation>()
  const tell = (difference: Difference): void => {
    const { citation } = difference
    if (told.has(citation)) return
    told.add(citation)
    const list = found.get(citation.chapter.id) ?? []
    found.set(citation.chapter.id, list)
    list.push(difference)
  }
  const all = [...citationsOf(book).values()]
  for (const citations of all) {
    if (citations.length < 2) continue
    const model = modelOf(citations)
    if (model === undefined) continue
    const index = citations.indexOf(model)
    citations.forEach((citation, at) => {
      const odd =
        at < index ? differ(citation.form(), model.form()) : differ(model.form(), citation.form())
      if (odd) tell({ citation, model, what: 'form' })
    })
    for (const other of othersAmong(citations)) tell({ ...other, what: 'source' })
    for (const other of otherSpellings(citations)) tell({ ...other, what: 'spelling' })
  }
  for (const other of otherAddresses(all.flat())) tell({ ...other, what: 'address' })
  known.set(book, found)
  return found
}

/** The form that is written most often, of two the first; short forms are none. */
function modelOf(citations: readonly Citation[]): Citation | undefined {
  const counts = new Map<string, { readonly first: Citation; readonly count: number }>()
  for (const citation of citations) {
    const { words, key } = citation.form()
    if (words === undefined) continue
    const { first, count } = counts.get(key) ?? { first: citation, count: 0 }
    counts.set(key, { first, count: count + 1 })
  }
  let most = 0
  let model: Citation | undefined
  for (const { first, count } of counts.values()) {
    if (count <= most) continue
    most = count
    model = first
  }
  return model
}
