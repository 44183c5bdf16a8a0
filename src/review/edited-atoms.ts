import type { RevisedItem, RevisedParagraph } from '../docx-reader/revisions/revised.ts'
import type { BaseAtom, EditedAtom } from './atoms.ts'

/** Anchor of the note with a `w:id`, or a name for one that is new. */
export type NoteName = (id: string) => string

/** A paragraph as it lies in the file, in atoms, its end the last. */
export function editedAtoms(
  paragraph: RevisedParagraph,
  noteName: NoteName,
): readonly EditedAtom[] {
  const { kind, was, mark } = paragraph
  const end: EditedAtom = {
    type: 'end',
    text: '',
    look: { marks: [], others: [] },
    ...mark,
    kind,
    ...(was !== undefined && { kindWas: was }),
  }
  return [...withoutCaptionLabel(paragraph.items).flatMap((item) => atomsOf(item, noteName)), end]
}

function atomsOf(item: RevisedItem, noteName: NoteName): readonly EditedAtom[] {
  const { look, was, link, language, inserted, deleted } = item
  const shared = {
    look,
    ...(was !== undefined && { was }),
    ...(link !== undefined && { link }),
    ...(language !== undefined && { language }),
    ...(inserted !== undefined && { inserted }),
    ...(deleted !== undefined && { deleted }),
  }
  if (item.call !== undefined)
    return [{ type: 'call', text: '', note: noteName(item.call), ...shared }]
  if (item.picture === true) return [{ type: 'picture', text: '', ...shared }]
  if (item.field !== undefined) return [{ type: 'reference', text: item.value ?? '', ...shared }]
  return [...item.text].map((text) => ({ type: 'character', text, ...shared }))
}

/** A caption without "Figure 1. ", which the template writes: up to its count (`SEQ`) and the stop after it. */
function withoutCaptionLabel(items: readonly RevisedItem[]): readonly RevisedItem[] {
  const count = items.findIndex(({ field = '' }) => /^SEQ\b/iu.test(field))
  if (count < 0) return items
  const rest = items.slice(count + 1)
  let stop = /^\.?[ \u00A0]*/u.exec(rest.map(({ text }) => text).join(''))?.[0].length ?? 0
  return rest.flatMap((item) => {
    const cut = Math.min(stop, item.text.length)
    stop -= cut
    const text = item.text.slice(cut)
    return text === '' && item.text !== '' ? [] : [{ ...item, text }]
  })
}

/**
 * Takes the template's words into the reference that they stand round: "note 581" is written as words
 * and a field, and is one thing in the manuscript. References are told apart by their order.
 */
export function joinReferences(
  edited: readonly EditedAtom[],
  base: readonly BaseAtom[],
): readonly EditedAtom[] {
  const references = base.filter(({ type }) => type === 'reference')
  if (references.length === 0) return edited
  const joined: EditedAtom[] = []
  let next = 0
  for (let at = 0; at < edited.length; at++) {
    const atom = edited[at]
    if (atom === undefined) continue
    const reference = atom.type === 'reference' ? wordsFor(atom, references, next) : undefined
    if (reference === undefined) {
      joined.push(atom)
      continue
    }
    next = references.indexOf(reference) + 1
    const words = reference.text
    const before = overlapBefore(joined, words, atom)
    joined.length -= before
    const rest = words.slice(before)
    const after = overlapAfter(edited, at, rest, atom)
    joined.push({ ...atom, text: words })
    at += after
  }
  return joined
}

/** The next reference whose words hold what the field shows; else the next at all, since numbers and pages move. */
function wordsFor(
  { text }: EditedAtom,
  references: readonly BaseAtom[],
  next: number,
): BaseAtom | undefined {
  const left = references.slice(next)
  return left.find((reference) => text !== '' && reference.text.includes(text)) ?? left[0]
}

const isSame = (a: EditedAtom, b: EditedAtom): boolean =>
  a.type === 'character' && (a.inserted === undefined) === (b.inserted === undefined)

function overlapBefore(joined: readonly EditedAtom[], words: string, atom: EditedAtom): number {
  for (let length = Math.min(words.length, joined.length); length > 0; length--) {
    const tail = joined.slice(joined.length - length)
    if (
      tail.every((each) => isSame(each, atom)) &&
      tail.map(({ text }) => text).join('') === words.slice(0, length)
    )
      return length
  }
  return 0
}

function overlapAfter(
  edited: readonly EditedAtom[],
  at: number,
  words: string,
  atom: EditedAtom,
): number {
  for (let length = Math.min(words.length, edited.length - at - 1); length > 0; length--) {
    const head = edited.slice(at + 1, at + 1 + length)
    if (
      head.every((each) => isSame(each, atom)) &&
      words.endsWith(head.map(({ text }) => text).join(''))
    )
      return length
  }
  return 0
}
