import { chaptersOf, type Book, type Chapter } from '../../model/book.ts'
import type { Block, Footnote, Inline, Table } from '../../model/nodes.ts'
import type { TagElement, TagKid } from './tree.ts'

/** Elements of a book, in reading order and still empty, by the key of what is set in them. */
export interface Skeleton {
  readonly chapters: readonly TagElement[]
  readonly byKey: ReadonlyMap<string, TagElement>
}

/** Key of what is set: chapter, note, indices of children, and which part of the block. */
export const keyOf = (
  chapter: string,
  note: string | undefined,
  path: readonly number[],
  part: string,
): string => `${chapter} ${note ?? ''} ${path.join('.')} ${part}`

interface Grower {
  readonly byKey: Map<string, TagElement>
  readonly chapter: Chapter
  readonly note?: string
  /** Notes that have no place yet, by anchor. */
  readonly waiting: Map<string, Footnote>
}

/**
 * The logical structure as the Book has it. A note follows the block that calls it (print.md,
 * section 9), and the block's own order is that of the manuscript, wherever a figure was moved to.
 */
export function growSkeleton(book: Book): Skeleton {
  const byKey = new Map<string, TagElement>()
  const chapters = chaptersOf(book).map((chapter): TagElement => {
    const waiting = new Map(chapter.notes.map((note) => [note.anchor, note]))
    const grower: Grower = { byKey, chapter, waiting }
    const title: TagElement = { type: 'H1', kids: [] }
    byKey.set(keyOf(chapter.id, undefined, [], 'text'), title)
    const kids: TagKid[] = [
      title,
      ...notesAfter(grower, chapter.title),
      ...growBlocks(grower, chapter.children, []),
    ]
    // A note that no block calls is set at the end of the chapter.
    for (const note of [...waiting.values()]) kids.push(growNote(grower, note))
    return {
      type: 'Sect',
      kids,
      title: chapter.shortTitle,
      ...(chapter.language !== book.metadata.language && { language: chapter.language }),
    }
  })
  return { chapters, byKey }
}

const growBlocks = (grower: Grower, blocks: readonly Block[], path: readonly number[]): TagKid[] =>
  blocks.flatMap((block, index) => growBlock(grower, block, [...path, index]))

function growBlock(grower: Grower, block: Block, path: readonly number[]): TagKid[] {
  const name = (part: string, element: TagElement): TagElement => {
    grower.byKey.set(keyOf(grower.chapter.id, grower.note, path, part), element)
    return element
  }
  switch (block.type) {
    case 'heading': {
      // Within a note or a quotation a heading is no step of the document.
      const isStep = grower.note === undefined && path.length === 1
      const element: TagElement = { type: isStep ? `H${block.level}` : 'P', kids: [] }
      return [name('text', element), ...notesAfter(grower, block.children)]
    }
    case 'paragraph':
      return [name('text', { type: 'P', kids: [] }), ...notesAfter(grower, block.children)]
    case 'blockquote':
      return [{ type: 'BlockQuote', kids: growBlocks(grower, block.children, path) }]
    case 'list':
      return [
        {
          type: 'L',
          numbering: block.ordered ? 'Decimal' : 'Disc',
          kids: block.children.map((item, index) => growItem(grower, item.children, path, index)),
        },
      ]
    case 'table':
      return growTable(grower, block, name)
    case 'figure': {
      const figure = name('picture', { type: 'Figure', kids: [], alt: block.alt })
      const under: TagElement[] = []
      if (block.caption.length > 0) under.push(name('caption', { type: 'Caption', kids: [] }))
      if (block.credit !== undefined && block.credit !== '') {
        under.push(name('credit', { type: 'P', kids: [] }))
      }
      const whole: TagElement =
        under.length === 0 ? figure : { type: 'Div', kids: [figure, ...under] }
      return [whole, ...notesAfter(grower, block.caption)]
    }
    case 'code': {
      const code = name('text', { type: 'Code', kids: [] })
      return [{ type: 'P', kids: [code] }]
    }
    case 'thematicBreak':
      return []
    default:
      return block satisfies never
  }
}

function growItem(
  grower: Grower,
  children: readonly Block[],
  list: readonly number[],
  index: number,
): TagElement {
  const path = [...list, index]
  const key = (part: string): string => keyOf(grower.chapter.id, grower.note, path, part)
  const label: TagElement = { type: 'Lbl', kids: [] }
  grower.byKey.set(key('marker'), label)
  const body: TagElement = { type: 'LBody', kids: growBlocks(grower, children, path) }
  // Where the first block is no paragraph, or there is none, the marker stands on a line of its own.
  grower.byKey.set(key('text'), body)
  grower.byKey.set(keyOf(grower.chapter.id, grower.note, [...path, 0], 'marker'), label)
  return { type: 'LI', kids: [label, body] }
}

function growTable(
  grower: Grower,
  table: Table,
  name: (part: string, element: TagElement) => TagElement,
): TagKid[] {
  const kids: TagElement[] = []
  if (table.caption.length > 0) kids.push(name('caption', { type: 'Caption', kids: [] }))
  const row = (cells: number, index: number): TagElement => ({
    type: 'TR',
    kids: Array.from({ length: cells }, (_, column) =>
      name(`cell ${index} ${column}`, { type: index < 0 ? 'TH' : 'TD', kids: [] }),
    ),
  })
  const columns = table.head.cells.length
  kids.push({ type: 'THead', kids: [row(columns, -1)] })
  if (table.rows.length > 0) {
    kids.push({ type: 'TBody', kids: table.rows.map((_, index) => row(columns, index)) })
  }
  const called = [
    table.caption,
    ...[table.head, ...table.rows].flatMap(({ cells }) => cells.map((cell) => cell.children)),
  ]
  return [{ type: 'Table', kids }, ...called.flatMap((inlines) => notesAfter(grower, inlines))]
}

/** The notes that are called for the first time in these inlines. */
function notesAfter(grower: Grower, inlines: readonly Inline[]): TagElement[] {
  return inlines.flatMap((inline): TagElement[] => {
    if (inline.type === 'footnoteReference') {
      const note = grower.waiting.get(inline.note)
      return note === undefined ? [] : [growNote(grower, note)]
    }
    return 'children' in inline ? notesAfter(grower, inline.children) : []
  })
}

function growNote(grower: Grower, note: Footnote): TagElement {
  grower.waiting.delete(note.anchor)
  const inside: Grower = { ...grower, note: note.anchor }
  const label: TagElement = { type: 'Lbl', kids: [] }
  const key = (path: readonly number[], part: string): string =>
    keyOf(grower.chapter.id, note.anchor, path, part)
  grower.byKey.set(key([], 'number'), label)
  const element: TagElement = {
    type: 'Note',
    id: note.anchor,
    kids: [label, ...growBlocks(inside, note.children, [])],
  }
  // A number on a line of its own, before a block that is no paragraph.
  grower.byKey.set(key([], 'text'), element)
  return element
}
