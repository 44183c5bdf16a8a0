import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Book } from '../../model/book.ts'
import { accessibility, type Contents } from './accessibility.ts'
import { coverImageId } from '../cover/href.ts'
import { identifierId } from './package-document.ts'

type BookMetadata = Book['metadata']

/** The `metadata` element (EPUB 3.3, 5.5). `stamp` says in words that the edition is not final. */
export function metadata(book: BookMetadata, contents: Contents, stamp?: string): Element {
  const attributes = { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }
  return x('metadata', attributes, [
    x('dc:identifier', { id: identifierId }, [book.identifier]),
    ...optional(
      'dc:identifier',
      book.isbn.epub && `urn:isbn:${book.isbn.epub.replace(/[\s-]/gu, '')}`,
    ),
    ...title('title', 'main', book.title),
    ...(book.subtitle === undefined ? [] : title('subtitle', 'subtitle', book.subtitle)),
    x('dc:language', [book.language]),
    x('dc:date', [book.date]),
    // Not the time of the build: the same book has the same bytes.
    meta('dcterms:modified', `${book.date}T00:00:00Z`),
    ...book.authors.flatMap((name, at) => person('dc:creator', `author-${at + 1}`, name, 'aut')),
    ...book.contributors.flatMap((name, at) =>
      person('dc:contributor', `contributor-${at + 1}`, name, 'ctb'),
    ),
    ...optional('dc:publisher', book.publisher),
    ...optional('dc:rights', book.rights),
    ...optional('dc:rights', book.licence),
    ...book.keywords.map((keyword) => x('dc:subject', [keyword])),
    ...optional('dc:description', book.description),
    meta('schema:version', book.version),
    ...(stamp === undefined ? [] : [meta('schema:creativeWorkStatus', stamp)]),
    ...source(book, contents),
    // For readers of EPUB 2 and shops that read as they do.
    x('meta', { name: 'cover', content: coverImageId }),
    ...accessibility(contents),
  ])
}

/** A title with its kind (EPUB 3.3, D.4.11: `title-type`). */
function title(id: string, type: string, text: string): Element[] {
  return [x('dc:title', { id }, [text]), refines(id, 'title-type', type)]
}

/** A person with a MARC relator code (EPUB 3.3, D.4.9: `role`). */
function person(name: string, id: string, text: string, role: string): Element[] {
  return [
    x(name, { id }, [text]),
    x('meta', { refines: `#${id}`, property: 'role', scheme: 'marc:relators' }, [role]),
  ]
}

/** What the page breaks were taken from (EPUB Accessibility 1.1, 5.2.2). */
function source(book: BookMetadata, { pages }: Contents): Element[] {
  if (!pages) return []
  const print =
    book.isbn.print === undefined
      ? book.identifier
      : `urn:isbn:${book.isbn.print.replace(/[\s-]/gu, '')}`
  return [
    x('dc:source', { id: 'print' }, [print]),
    refines('print', 'source-of', 'pagination'),
    meta('pageBreakSource', print),
  ]
}

const refines = (id: string, property: string, value: string): Element =>
  x('meta', { refines: `#${id}`, property }, [value])

const meta = (property: string, value: string): Element => x('meta', { property }, [value])

const optional = (name: string, text: string | undefined): Element[] =>
  text === undefined || text.trim() === '' ? [] : [x(name, [text])]
