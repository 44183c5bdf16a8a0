import { chaptersOf, notesOf, type Book } from './model/book.ts'
import { fillPage, type FrontMatter, type Slots } from './model/front-matter.ts'
import { inlineText } from './model/text.ts'
import { parseMarkdown } from './source/parse.ts'
import type { Template } from './template/template.ts'
import { dateText, stampText, wordsFor } from './template/words.ts'

/** Title page and colophon of a book: the template's Markdown, filled from its metadata. `source` is the hash of the manuscript. */
export function frontMatterOf(book: Book, template: Template, source: string): FrontMatter {
  const slots = slotsOf(book, template, source)
  return {
    titlePage: fillPage(parseMarkdown(template.titlePage), slots),
    colophon: fillPage(parseMarkdown(template.colophon), slots),
  }
}

function slotsOf(book: Book, template: Template, source: string): Slots {
  const { metadata } = book
  const words = wordsFor(template, metadata.language)
  const chapters = chaptersOf(book)
  const notes = notesOf(book)
  const [first, last] = [notes[0]?.number, notes.at(-1)?.number]
  // A chapter that stands for a whole book has the book's title already.
  const chapter = chapters.length === 1 && chapters[0] ? inlineText(chapters[0].title) : ''
  const isbns = Object.values(metadata.isbn).filter((isbn) => isbn !== undefined)
  return {
    title: metadata.title,
    subtitle: metadata.subtitle ?? '',
    'short-title': metadata.shortTitle ?? metadata.title,
    authors: metadata.authors.join(', '),
    contributors: metadata.contributors.join(', '),
    imprint: [metadata.place, metadata.publisher].filter((part) => part !== undefined).join(': '),
    chapter: chapter === metadata.title ? '' : chapter,
    date: dateText(metadata.date, words),
    version: metadata.version,
    status: stampText(metadata, words) ?? '',
    // Said where a reader may wonder: an edition that begins in the middle of the numbers.
    notes:
      first === undefined || last === undefined || first === String(metadata.footnotes.first)
        ? ''
        : first === last
          ? first
          : `${first}–${last}`,
    corrections: metadata.corrections.join(' '),
    rights: metadata.rights ?? '',
    licence: metadata.licence ?? '',
    isbn: isbns.join(', '),
    identifier: metadata.identifier,
    source: source.slice(0, 12),
  }
}
