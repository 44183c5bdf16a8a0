// In: a Book, and where its notes are printed. Out: a row a note.
// Never: numbers a note, or reads a file.
import { chaptersOf, type Book } from '../model/book.ts'
import type { Block, Footnote, Inline } from '../model/nodes.ts'
import { inlinesOf, inlineText } from '../model/text.ts'
import { datesIn } from './dates.ts'

/** A note as data. The names are those of the columns and keys, and stay. */
export interface NoteRow {
  /** As printed. */
  readonly number: string
  /** As written; that of a note in its place is its number. */
  readonly label: string
  /** Id of the chapter. */
  readonly chapter: string
  /** As the user named it. */
  readonly file: string
  /** Where the text of the note begins, from 1. */
  readonly line: number
  /** Where it is called, from 1. */
  readonly called_line: number
  /** Folio of the printed page; null where the book was not laid out. */
  readonly page: string | null
  /** Without marks; paragraphs are parted by a line end. */
  readonly text: string
  /** In order, each once. */
  readonly addresses: readonly string[]
  /** ISO 8601, in order, each once. */
  readonly dates: readonly string[]
}

/** All notes in order of the book. `pageOf` gives the folio by the note's anchor. */
export const notesAsRows = (book: Book, pageOf: ReadonlyMap<string, string>): NoteRow[] =>
  chaptersOf(book).flatMap(({ id, file, notes }) =>
    notes.map((note): NoteRow => {
      const { number, label, anchor, children, position, referencePosition } = note
      return {
        number,
        label,
        chapter: id,
        file,
        line: position.start.line,
        called_line: referencePosition.start.line,
        page: pageOf.get(anchor) ?? null,
        text: textOf(children),
        addresses: addressesIn(note),
        dates: datesIn(proseOf(note)),
      }
    }),
  )

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.type) {
        case 'heading':
        case 'paragraph':
          return inlineText(block.children)
        case 'blockquote':
          return textOf(block.children)
        case 'list':
          return block.children.map((item) => textOf(item.children)).join('\n')
        case 'table':
          return [block.head, ...block.rows]
            .map(({ cells }) => cells.map((cell) => inlineText(cell.children)).join('\t'))
            .join('\n')
        case 'figure':
          return inlineText(block.caption)
        case 'code':
          return block.value
        case 'thematicBreak':
          return ''
      }
    })
    .filter((text) => text !== '')
    .join('\n')
}

const addressesIn = ({ children }: Footnote): string[] => [
  ...new Set(
    [...inlinesOf(children)].flatMap((inline) =>
      inline.type === 'link' && !inline.url.startsWith('#') ? [inline.url] : [],
    ),
  ),
]

/** The words of a note, addresses left out: the date in an address is that of a page, if it is one at all. */
function proseOf({ children }: Footnote): string {
  const words = (inlines: readonly Inline[]): string =>
    inlines
      .map((inline) => {
        if (inline.type === 'link' && inline.bare) return ' '
        return 'children' in inline ? words(inline.children) : inlineText([inline])
      })
      .join('')
  return children
    .map((block) =>
      'children' in block && isInline(block) ? words(block.children) : textOf([block]),
    )
    .join('\n')
}

const isInline = (block: Block): block is Extract<Block, { type: 'heading' | 'paragraph' }> =>
  block.type === 'heading' || block.type === 'paragraph'
