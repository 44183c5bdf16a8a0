import { h } from 'hastscript'
import type { Element } from 'hast'
import { idOf } from '../epub/ids.ts'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import type { Footnote } from '../model/nodes.ts'
import { inlineText } from '../model/text.ts'
import { dateText } from '../template/words.ts'
import type { Words } from '../template/template.ts'

/** How a note is found again: its address on the page, and how it is cited, with its printed page. By the note's anchor as an id. */
export function citations(
  book: Book,
  wordsOf: (language: string) => Words,
  folios: ReadonlyMap<string, string>,
): ReadonlyMap<string, Element> {
  return new Map(
    chaptersOf(book).flatMap((chapter) => {
      const words = wordsOf(chapter.language)
      return chapter.notes.map((note): [string, Element] => [
        idOf(note.anchor),
        cite(book, chapter, note, words, folios.get(note.anchor)),
      ])
    }),
  )
}

function cite(
  book: Book,
  chapter: Chapter,
  { anchor, number }: Footnote,
  words: Words,
  folio: string | undefined,
): Element {
  return h('div', { className: ['cite'] }, [
    h(
      'a',
      {
        className: ['permalink'],
        href: `#${idOf(anchor)}`,
        ariaLabel: `${words.permalink} ${number}`,
      },
      '#',
    ),
    h('details', [h('summary', words.cite), h('p', textOf(book, chapter, words, folio, number))]),
  ])
}

/** "A. Author, Title (Publisher, December 15, 2020, version 1), “Chapter”, page 7, note 580". */
function textOf(
  { metadata }: Book,
  chapter: Chapter,
  words: Words,
  folio: string | undefined,
  number: string,
): string {
  const { authors, title, publisher, date, version } = metadata
  const name = inlineText(chapter.title)
  const imprint = [publisher, dateText(date, words), version]
  return [
    ...authors,
    `${title} (${imprint.filter((part) => part !== undefined).join(', ')})`,
    ...(name === title ? [] : [`${words.openQuote}${name}${words.closeQuote}`]),
    ...(folio === undefined ? [] : [`${words.page} ${folio}`]),
    `${words.note} ${number}`,
  ].join(', ')
}
