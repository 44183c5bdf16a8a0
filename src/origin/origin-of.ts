// In: a Book, punctuated, and its template's words. Out: where each printed paragraph stands in the Markdown.
// Never: reads a file, or knows an edition.
import { createHash } from 'node:crypto'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import type { Block, Figure, Inline, ListItem, Table } from '../model/nodes.ts'
import type { Template, Words } from '../template/template.ts'
import { wordsFor } from '../template/words.ts'
import { inlinePieces, spanOf } from './inline-pieces.ts'
import type {
  Origin,
  OriginBlock,
  OriginNode,
  OriginNote,
  OriginPiece,
  OriginSpan,
} from './origin.ts'

/** What stands for a paragraph in the Book: its block or cell, and for captions and credits which of the two. */
export interface PrintedKey {
  readonly node: object
  readonly part?: 'caption' | 'credit'
}

export interface Identified {
  readonly origin: Origin
  /** The identity of a paragraph; undefined where it has none. */
  readonly identityOf: (key: PrintedKey) => string | undefined
}

/** Names every paragraph of a book by what it says, and finds it in the source. */
export function identify(book: Book, template: Template): Identified {
  const blocks: OriginBlock[] = []
  const identities = new Map<object, Map<string, string>>()
  const counts = new Map<string, number>()
  for (const chapter of chaptersOf(book)) {
    const words = wordsFor(template, chapter.language)
    for (const { key, ...block } of chapterBlocks(chapter, words)) {
      const id = nameOf(chapter, block, counts)
      blocks.push({ id, chapter: chapter.id, ...block })
      const parts = identities.get(key.node) ?? new Map<string, string>()
      identities.set(key.node, parts.set(key.part ?? '', id))
    }
  }
  return {
    origin: {
      chapters: chaptersOf(book).map(({ id, written }) => ({ id, text: written.text })),
      blocks,
      notes: chaptersOf(book).flatMap(notesOf),
    },
    identityOf: ({ node, part = '' }) => identities.get(node)?.get(part),
  }
}

const notesOf = (chapter: Chapter): OriginNote[] =>
  chapter.notes.map(({ anchor, label, number, position }) => ({
    anchor,
    chapter: chapter.id,
    label,
    number,
    span: spanOf({ position }),
    inline: chapter.written.text.startsWith('^[', position.start.offset),
  }))

type Found = Omit<OriginBlock, 'id' | 'chapter'> & { readonly key: PrintedKey }

/** Twelve figures of a hash: enough to tell a million paragraphs apart; equal ones are counted. */
function nameOf(
  chapter: Chapter,
  block: Omit<OriginBlock, 'id' | 'chapter'>,
  counts: Map<string, number>,
): string {
  const { text } = chapter.written
  const said = [chapter.id, block.note ?? '', block.role, printedText(block, text)].join('\0')
  const base = `_im${createHash('sha256').update(said).digest('hex').slice(0, 12)}`
  const count = (counts.get(base) ?? 0) + 1
  counts.set(base, count)
  return count === 1 ? base : `${base}_${String(count)}`
}

/** What a block prints, calls of notes and pictures aside. */
export const printedText = ({ pieces }: Pick<OriginBlock, 'pieces'>, source: string): string =>
  pieces.map(({ start, end, text }) => text ?? source.slice(start, end)).join('')

function* chapterBlocks(chapter: Chapter, words: Words): Generator<Found> {
  const source = chapter.written.text
  const languages = chapter.written.prose.flatMap((prose) => prose.languages)

  /** Where a paragraph stands. */
  interface At {
    readonly note?: string
    readonly quoted?: boolean
  }

  const inlineBlock = (
    inlines: readonly Inline[],
    outer: OriginSpan,
  ): Pick<Found, 'pieces' | 'nodes' | 'content' | 'outer' | 'opaque'> => {
    const { pieces, nodes, isWhole } = inlinePieces(inlines, source, words)
    const content = contentSpan(inlines, pieces, nodes, outer)
    const spans = languages
      .filter(({ start, end }) => start >= content.start && end <= content.end)
      .map(({ start, end }): OriginNode => ({
        type: 'language',
        start,
        end,
        inner: { start: start + 1, end: source.lastIndexOf(']', end) },
      }))
    return {
      outer,
      content,
      pieces,
      nodes: [...nodes.map((node) => roundSpans(node, spans)), ...spans].sort(
        (a, b) => a.start - b.start || b.end - a.end,
      ),
      ...(!isWhole && { opaque: true }),
    }
  }

  function* walk(nodes: readonly Block[], at: At): Generator<Found> {
    for (const node of nodes) yield* block(node, at)
  }

  function* block(node: Block, at: At): Generator<Found> {
    const outer = spanOf(node)
    switch (node.type) {
      case 'heading':
        yield {
          key: { node },
          role: 'heading',
          level: node.level,
          ...at,
          ...inlineBlock(node.children, outer),
        }
        return
      case 'paragraph':
        yield { key: { node }, role: 'paragraph', ...at, ...inlineBlock(node.children, outer) }
        return
      case 'blockquote':
        yield* walk(node.children, { ...at, quoted: true })
        return
      case 'list':
        for (const item of node.children) yield* listItem(item, at)
        return
      case 'table':
        yield* table(node, at)
        return
      case 'figure':
        yield* figure(node, at)
        return
      case 'code': {
        const first = source.indexOf('\n', outer.start) + 1
        const found = source.indexOf(
          node.value,
          source.startsWith('    ', outer.start) ? outer.start : first,
        )
        const isThere = found >= outer.start && found + node.value.length <= outer.end
        const content = isThere ? { start: found, end: found + node.value.length } : outer
        yield {
          key: { node },
          role: 'code',
          ...at,
          outer,
          content,
          pieces: [isThere ? content : { ...content, text: node.value }],
          nodes: [],
          ...(!isThere && { opaque: true }),
        }
        return
      }
      case 'thematicBreak':
        yield { key: { node }, role: 'rule', ...at, outer, content: outer, pieces: [], nodes: [] }
    }
  }

  function* listItem({ children }: ListItem, at: At): Generator<Found> {
    let isFirst = true
    for (const found of walk(children, at)) {
      yield isFirst && found.role === 'paragraph' ? { ...found, item: true } : found
      isFirst = false
    }
  }

  function* table(node: Table, at: At): Generator<Found> {
    if (node.number !== undefined) yield caption(node, at)
    for (const row of [node.head, ...node.rows])
      for (const cell of row.cells)
        yield {
          key: { node: cell },
          role: 'cell',
          ...at,
          ...inlineBlock(cell.children, spanOf(cell)),
        }
  }

  function* figure(node: Figure, at: At): Generator<Found> {
    const outer = spanOf(node)
    yield {
      key: { node },
      role: 'picture',
      ...at,
      outer,
      content: outer,
      pieces: [{ ...outer, text: '', picture: true }],
      nodes: [],
    }
    if (node.number !== undefined) yield caption(node, at)
    if (node.credit === undefined) return
    const start = source.indexOf(node.credit, source.lastIndexOf('credit=', outer.end))
    const content = { start, end: start + node.credit.length }
    const isThere = start >= outer.start && content.end <= outer.end
    yield {
      key: { node, part: 'credit' },
      role: 'credit',
      ...at,
      outer: isThere ? content : outer,
      content: isThere ? content : outer,
      pieces: [isThere ? content : { ...outer, text: node.credit }],
      nodes: [],
      ...(!isThere && { opaque: true }),
    }
  }

  const caption = (node: Figure | Table, at: At): Found => {
    const [first, last] = [node.caption[0], node.caption.at(-1)]
    const outer =
      first === undefined || last === undefined
        ? spanOf(node)
        : { start: first.position.start.offset, end: last.position.end.offset }
    return {
      key: { node, part: 'caption' },
      role: 'caption',
      ...at,
      ...inlineBlock(node.caption, outer),
    }
  }

  yield title(chapter, inlineBlock)
  yield* walk(chapter.children, {})
  for (const note of chapter.notes) yield* walk(note.children, { note: note.anchor })
}

/** A chapter's title, from its heading or from its metadata, where it may stand in quotation marks. */
function title(
  chapter: Chapter,
  inlineBlock: (
    inlines: readonly Inline[],
    outer: OriginSpan,
  ) => Pick<Found, 'pieces' | 'nodes' | 'content' | 'outer' | 'opaque'>,
): Found {
  const { text, metadataPositions } = chapter.written
  const key = { node: chapter }
  const inMetadata = metadataPositions['title=']
  const [only] = chapter.title
  if (inMetadata === undefined || only?.type !== 'text') {
    const heading = chapter.written.headings.find(({ level }) => level === 1)
    const outer = spanOf(heading ?? chapter.title[0] ?? { position: emptyPlace })
    return { key, role: 'title', level: 1, ...inlineBlock(chapter.title, outer) }
  }
  const outer = spanOf({ position: inMetadata })
  const start = text.indexOf(only.value, outer.start)
  const isThere = start >= 0 && start + only.value.length <= outer.end
  const content = isThere ? { start, end: start + only.value.length } : outer
  return {
    key,
    role: 'title',
    outer,
    content,
    pieces: [isThere ? content : { ...content, text: only.value }],
    nodes: [],
    ...(!isThere && { opaque: true }),
  }
}

/** A link whose last words are a passage in another language ends behind its braces. */
function roundSpans(node: OriginNode, spans: readonly OriginNode[]): OriginNode {
  if (node.type !== 'link') return node
  const { start, end } = node.inner
  const inside = spans.filter((span) => span.start >= start && span.end < node.end)
  return { ...node, inner: { start, end: Math.max(end, ...inside.map((span) => span.end)) } }
}

const emptyPlace = { start: { offset: 0 }, end: { offset: 0 } }

/** From the first of what is printed, or of a mark round it, to the last. */
function contentSpan(
  inlines: readonly Inline[],
  pieces: readonly OriginPiece[],
  nodes: readonly OriginNode[],
  outer: OriginSpan,
): OriginSpan {
  if (inlines.length === 0) return { start: outer.end, end: outer.end }
  const all = [...pieces, ...nodes]
  return {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
  }
}
