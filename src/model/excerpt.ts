import type { Book, Chapter } from './book.ts'
import { mapInlines } from './map-inlines.ts'
import type { Block, CrossReference, Inline, Link } from './nodes.ts'

/**
 * One chapter of a book as a book of its own: every number and anchor stays, references into the
 * other chapters become text, as if those were kept elsewhere.
 */
export function excerpt(book: Book, id: string): Book {
  const chapter = book.parts.find((part) => part.type === 'chapter' && part.id === id)
  if (chapter?.type !== 'chapter') throw new Error(`the book has no chapter ${id}`)
  const own = anchorsIn(chapter)
  const cut = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline) => cutInline(inline, own))
  return {
    ...book,
    name: id,
    parts: [
      {
        ...chapter,
        children: mapInlines(chapter.children, cut),
        notes: chapter.notes.map((note) => ({
          ...note,
          children: mapInlines(note.children, cut),
        })),
      },
    ],
  }
}

/** Every anchor of a chapter to which something can lead. */
export function anchorsIn(chapter: Chapter): ReadonlySet<string> {
  const anchors = new Set([chapter.id])
  for (const note of chapter.notes) anchors.add(note.anchor).add(note.numberAnchor)
  const visit = (block: Block): void => {
    switch (block.type) {
      case 'heading':
        anchors.add(block.anchor)
        break
      case 'figure':
      case 'table':
        if (block.anchor !== undefined) anchors.add(block.anchor)
        break
      case 'blockquote':
        block.children.forEach(visit)
        break
      case 'list':
        block.children.forEach((item) => item.children.forEach(visit))
        break
      case 'paragraph':
      case 'code':
      case 'thematicBreak':
        break
    }
  }
  chapter.children.forEach(visit)
  return anchors
}

function cutInline(inline: Inline, own: ReadonlySet<string>): Inline[] {
  if (inline.type === 'crossReference') return [cutReference(inline, own)]
  if (!('children' in inline)) return [inline]
  const children = inline.children.flatMap((child) => cutInline(child, own))
  if (inline.type === 'link' && leadsOut(inline, own)) return children
  return [{ ...inline, children }]
}

const leadsOut = ({ url }: Link, own: ReadonlySet<string>): boolean =>
  url.startsWith('#') && !own.has(url.slice(1))

function cutReference(reference: CrossReference, own: ReadonlySet<string>): CrossReference {
  const { anchor, ...rest } = reference
  return anchor === undefined || own.has(anchor) ? reference : rest
}
