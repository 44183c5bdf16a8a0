import { chaptersOf, type Book } from '../model/book.ts'

/** What a label or a place gives a name to, and no reader sees. */
const unseen = new Set([
  'position',
  'referencePosition',
  'anchor',
  'numberAnchor',
  'reference',
  'note',
  'label',
])

/** True where two books print the same text under the same numbers: what rewriting must never change. */
export function isSameInPrint(one: Book, other: Book): boolean {
  const [first, second] = [chaptersOf(one), chaptersOf(other)]
  return (
    first.length === second.length &&
    first.every((chapter, index) => printed(chapter) === printed(second[index]))
  )
}

/** A chapter as text, without what no reader sees. */
function printed(chapter: ReturnType<typeof chaptersOf>[number] | undefined): string {
  if (chapter === undefined) return ''
  const { title, children, notes } = chapter
  return JSON.stringify({ title, children, notes }, (key, value: unknown) => {
    if (unseen.has(key)) return undefined
    // An address inside the book goes by the name of what it leads to.
    return key === 'url' && typeof value === 'string' && value.startsWith('#') ? '#' : value
  })
}
