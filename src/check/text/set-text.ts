import type { Position } from '../../diagnostic/diagnostic.ts'
import type { Chapter } from '../../model/book.ts'
import type { Block, Inline } from '../../model/nodes.ts'
import type { SetManner, SetPart } from '../setting.ts'

/** A stretch of text with the part of the page and the manner in which it will be set. */
export interface SetText {
  readonly text: string
  readonly position: Position
  readonly part: SetPart
  readonly manner: SetManner
}

const plain: SetManner = { emphasis: false, strong: false, code: false }

const headings: Readonly<Record<number, SetPart>> = {
  2: 'heading2',
  3: 'heading3',
  4: 'heading4',
  5: 'heading5',
  6: 'heading6',
}

/** Everything of a chapter that print sets from the manuscript, in reading order. */
export function* setTextsOf(chapter: Chapter): Generator<SetText> {
  yield* inlines(chapter.title, 'chapterTitle', plain)
  yield* blocks(chapter.children, 'body')
  for (const note of chapter.notes) yield* blocks(note.children, 'note')
}

function* blocks(list: readonly Block[], part: SetPart): Generator<SetText> {
  for (const block of list) {
    switch (block.type) {
      case 'paragraph':
        yield* inlines(block.children, part, plain)
        break
      case 'heading':
        yield* inlines(block.children, headings[block.level] ?? part, plain)
        break
      case 'blockquote':
        yield* blocks(block.children, part === 'note' ? 'note' : 'quotation')
        break
      case 'list':
        for (const item of block.children) yield* blocks(item.children, part)
        break
      case 'table':
        yield* inlines(block.caption, 'caption', plain)
        for (const row of [block.head, ...block.rows])
          for (const cell of row.cells)
            yield* inlines(cell.children, row === block.head ? 'tableHead' : 'tableCell', plain)
        break
      case 'figure':
        yield* inlines(block.caption, 'caption', plain)
        if (block.credit !== undefined)
          yield { text: block.credit, position: block.position, part: 'credit', manner: plain }
        break
      case 'code':
        yield { text: block.value, position: block.position, part: 'code', manner: plain }
        break
      case 'thematicBreak':
        break
    }
  }
}

function* inlines(list: readonly Inline[], part: SetPart, manner: SetManner): Generator<SetText> {
  for (const inline of list) {
    switch (inline.type) {
      case 'text':
        yield { text: inline.value, position: inline.position, part, manner }
        break
      case 'inlineCode':
        yield {
          text: inline.value,
          position: inline.position,
          part,
          manner: { ...manner, code: true },
        }
        break
      case 'emphasis':
        yield* inlines(inline.children, part, { ...manner, emphasis: !manner.emphasis })
        break
      case 'strong':
        yield* inlines(inline.children, part, { ...manner, strong: true })
        break
      case 'delete':
      case 'link':
        yield* inlines(inline.children, part, manner)
        break
      // What these print is checked where it is written.
      case 'break':
      case 'footnoteReference':
      case 'crossReference':
        break
    }
  }
}
