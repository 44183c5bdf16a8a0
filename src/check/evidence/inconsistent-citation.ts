import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Book } from '../../model/book.ts'
import { differ } from './citation-form.ts'
import { citationsOf, type Citation } from './citations.ts'
import type { Check } from '../rule.ts'

/**
 * One address with two texts before it. Case, white space, marks, pinpoints, dates of access, remarks
 * and short forms behind a full one make no other form; a form without the author or the date does.
 */
export const inconsistentCitation: Check = (chapter, book) =>
  (differencesOf(book).get(chapter.id) ?? []).map(({ citation, model }): Diagnostic => {
    const { note, chapter: other } = model
    const elsewhere = other === chapter ? '' : ` in \`${other.id}\``
    const name = other === chapter ? `@fn-${note.label}` : `@${other.id}/fn-${note.label}`
    return diagnose('inconsistent-citation', {
      file: chapter.file,
      position: citation.position,
      message: `note ${citation.note.number} cites this address in another form than note ${note.number}${elsewhere}`,
      help: `write it in the same form in both notes, or refer to the other with \`${name}\``,
      related: [
        { file: other.file, position: model.position, message: `the form in note ${note.number}` },
      ],
    })
  })

interface Difference {
  readonly citation: Citation
  /** The form to which it is held: the most frequent one, of two the first. */
  readonly model: Citation
}

const known = new WeakMap<Book, ReadonlyMap<string, readonly Difference[]>>()

/** By the chapter in which the odd form stands. */
function differencesOf(book: Book): ReadonlyMap<string, readonly Difference[]> {
  const before = known.get(book)
  if (before !== undefined) return before
  const found = new Map<string, Difference[]>()
  for (const citations of citationsOf(book).values()) {
    if (citations.length < 2) continue
    const model = modelOf(citations)
    if (model === undefined) continue
    const index = citations.indexOf(model)
    citations.forEach((citation, at) => {
      const odd =
        at < index ? differ(citation.form(), model.form()) : differ(model.form(), citation.form())
      if (!odd) return
      const list = found.get(citation.chapter.id) ?? []
      found.set(citation.chapter.id, list)
      list.push({ citation, model })
    })
  }
  known.set(book, found)
  return found
}

function modelOf(citations: readonly Citation[]): Citation | undefined {
  const counts = new Map<string, number>()
  const keyOf = ({ form }: Citation): string => form().key
  for (const citation of citations)
    if (citation.form().words !== undefined)
      counts.set(keyOf(citation), (counts.get(keyOf(citation)) ?? 0) + 1)
  let model: Citation | undefined
  for (const citation of citations) {
    if (citation.form().words === undefined) continue
    const count = counts.get(keyOf(citation)) ?? 0
    if (model === undefined || count > (counts.get(keyOf(model)) ?? 0)) model = citation
  }
  return model
}
