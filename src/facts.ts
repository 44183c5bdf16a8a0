import { chaptersOf, notesOf, type Book } from './model/book.ts'
import { inlinesOf, inlineText } from './model/text.ts'
import type { EditionFacts } from './publish/manifest.ts'

/** What the manifest says of a book: its notes, and its words in text and notes. */
export function factsOf(book: Book): EditionFacts {
  const notes = notesOf(book)
  const first = notes[0]?.number
  const last = notes.at(-1)?.number
  return {
    notes: {
      count: notes.length,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
    },
    words: wordsOf(book),
  }
}

function wordsOf(book: Book): number {
  let words = 0
  for (const chapter of chaptersOf(book))
    for (const blocks of [chapter.children, ...chapter.notes.map((note) => note.children)]) {
      const text = [...inlinesOf(blocks)]
        .filter((inline) => !('children' in inline))
        .map((inline) => inlineText([inline]))
        .join(' ')
      words += text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
    }
  return words
}
