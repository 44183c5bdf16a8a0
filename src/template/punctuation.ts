import type { Book } from '../model/book.ts'
import { mapInlines } from '../model/map-inlines.ts'
import type { CrossReference, Inline, Text } from '../model/nodes.ts'
import type { Template } from './template.ts'
import { wordsFor } from './words.ts'

/**
 * Sets the full stop or comma that follows the quoted title of a section before its closing
 * quotation mark, in chapters whose language does so (Chicago 6.9): the author writes `@sec-x.` and
 * cannot know what it will print. Every edition, and the proof, read the same Book.
 */
export function punctuate(book: Book, template: Template): Book {
  return {
    ...book,
    parts: book.parts.map((part) => {
      if (part.type === 'elsewhere' || !wordsFor(template, part.language).punctuationInside)
        return part
      return {
        ...part,
        children: mapInlines(part.children, moveInside),
        notes: part.notes.map((note) => ({
          ...note,
          children: mapInlines(note.children, moveInside),
        })),
      }
    }),
  }
}

function moveInside(inlines: readonly Inline[]): Inline[] {
  const moved: Inline[] = []
  for (const inline of inlines) {
    const before = moved.at(-1)
    const mark = inline.type === 'text' ? /^[.,]/u.exec(inline.value)?.[0] : undefined
    if (
      inline.type === 'text' &&
      mark !== undefined &&
      before?.type === 'crossReference' &&
      isQuoted(before)
    ) {
      moved[moved.length - 1] = { ...before, inside: mark }
      const rest: Text = { ...inline, value: inline.value.slice(1) }
      if (rest.value !== '') moved.push(rest)
    } else
      moved.push(
        'children' in inline ? { ...inline, children: moveInside(inline.children) } : inline,
      )
  }
  return moved
}

/** A reference that prints a title between quotation marks, with nothing behind them. */
const isQuoted = ({ kind, number, bare, page, chapter }: CrossReference): boolean =>
  kind === 'section' && number === undefined && !bare && !page && chapter === undefined
