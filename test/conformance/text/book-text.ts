import { chaptersOf, type Book, type Chapter } from '../../../src/model/book.ts'
import type { Block, Inline, List } from '../../../src/model/nodes.ts'
import type { Owner } from '../../../src/print/galley/galley.ts'
import type { Template, Words } from '../../../src/template/template.ts'
import { wordsFor } from '../../../src/template/words.ts'

/** Where a stretch of the Book's text stands, as the layout names it too. */
export const keyOf = ({ chapter, note, path, part, row, column }: Owner): string =>
  [chapter, note, path.join('.'), part === 'repeat' ? 'cell' : part, row, column].join(' ')

/**
 * What a reader must find of a Book, block for block: its characters, the numbers that calls and
 * notes have, the words that the template adds. Written for this comparison alone: nothing of the
 * setter or the proof is in it. `folioOf` is the printed page of an anchor.
 */
export function textsOf(
  book: Book,
  template: Template,
  folioOf: (anchor: string) => string,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const chapter of chaptersOf(book)) {
    const words = wordsFor(template, chapter.language)
    const gatherer = new Gatherer(texts, chapter, words, folioOf, template.lists.bullets)
    gatherer.put({ path: [], part: 'text' }, gatherer.inlines(chapter.title))
    gatherer.blocks(chapter.children, { path: [], depth: 0 })
    for (const note of chapter.notes) {
      const place = { path: [], depth: 0, note: note.anchor, label: note.number }
      gatherer.blocks(note.children, place)
    }
  }
  return texts
}

interface Place {
  readonly path: readonly number[]
  /** Lists around it. */
  readonly depth: number
  readonly note?: string
  /** Before the first line. */
  readonly label?: string
}

class Gatherer {
  private readonly texts: Map<string, string>
  private readonly chapter: Chapter
  private readonly words: Words
  private readonly folioOf: (anchor: string) => string
  private readonly bullets: readonly string[]

  constructor(
    texts: Map<string, string>,
    chapter: Chapter,
    words: Words,
    folioOf: (anchor: string) => string,
    bullets: readonly string[],
  ) {
    this.texts = texts
    this.chapter = chapter
    this.words = words
    this.folioOf = folioOf
    this.bullets = bullets
  }

  put(owner: Owner, text: string): void {
    if (text.trim() === '') return
    this.texts.set(keyOf({ chapter: this.chapter.id, ...owner }), text)
  }

  blocks(children: readonly Block[], { label, ...place }: Place): void {
    const isLabelled = children[0]?.type === 'paragraph'
    // A label without a paragraph stands on a line of its own.
    if (label !== undefined && !isLabelled) this.put(this.ownerOf(place), label)
    children.forEach((child, index) => {
      const own = label !== undefined && isLabelled && index === 0 ? { label } : {}
      this.block(child, { ...place, path: [...place.path, index], ...own })
    })
  }

  private ownerOf({ path, note }: Place, part: Owner['part'] = 'text'): Owner {
    return { path, part, ...(note !== undefined && { note }) }
  }

  private block(node: Block, place: Place): void {
    const owner = this.ownerOf(place)
    switch (node.type) {
      case 'heading':
        return this.put(owner, this.inlines(node.children))
      case 'paragraph': {
        const label = place.label === undefined ? '' : `${place.label} `
        return this.put(owner, label + this.inlines(node.children))
      }
      case 'blockquote':
        return this.blocks(node.children, { ...place, depth: 0 })
      case 'list':
        return node.children.forEach((item, index) => {
          const label = this.markerOf(node, index, place.depth)
          const path = [...place.path, index]
          this.blocks(item.children, { ...place, path, depth: place.depth + 1, label })
        })
      case 'code':
        return this.put(owner, node.value)
      case 'thematicBreak':
        return
      case 'figure':
        this.caption(this.words.figure, node, place)
        return this.put(this.ownerOf(place, 'credit'), node.credit ?? '')
      case 'table':
        this.caption(this.words.table, node, place)
        for (const [row, { cells }] of [node.head, ...node.rows].entries())
          for (const [column, cell] of cells.entries()) {
            const at = { ...this.ownerOf(place, 'cell'), row: row - 1, column }
            this.put(at, this.inlines(cell.children))
          }
    }
  }

  private caption(
    word: string,
    { number, caption }: { readonly number?: number; readonly caption: readonly Inline[] },
    place: Place,
  ): void {
    if (caption.length === 0) return
    const label = number === undefined ? '' : `${word} ${number}. `
    this.put(this.ownerOf(place, 'caption'), label + this.inlines(caption))
  }

  private markerOf(node: List, index: number, depth: number): string {
    const checked = node.children[index]?.checked
    if (checked !== undefined) return checked ? '[x]' : '[ ]'
    if (node.ordered) return `${node.start + index}.`
    return this.bullets[Math.min(depth, this.bullets.length - 1)] ?? ''
  }

  inlines(children: readonly Inline[]): string {
    return children.map((child) => this.inline(child)).join('')
  }

  private inline(node: Inline): string {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return node.value
      case 'break':
        return '\n'
      case 'footnoteReference':
        return node.number
      case 'crossReference':
        return this.reference(node)
      default:
        return this.inlines(node.children)
    }
  }

  private reference(node: Inline & { type: 'crossReference' }): string {
    const { words } = this
    if (node.page && node.anchor !== undefined) {
      const folio = this.folioOf(node.anchor)
      return node.bare ? folio : `${words.page} ${folio}`
    }
    const isQuoted = node.number === undefined && node.kind === 'section' && !node.bare
    const own = isQuoted
      ? `${words.openQuote}${node.title}${node.inside ?? ''}${words.closeQuote}`
      : node.number === undefined
        ? node.title
        : node.bare
          ? node.number
          : `${words[node.kind]} ${node.number}`
    return node.chapter === undefined
      ? own
      : words.inChapter.replace('{text}', () => own).replace('{chapter}', () => node.chapter ?? '')
  }
}
