import type { Position } from '../diagnostic/diagnostic.ts'
import type { ProvenKind } from '../edition.ts'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import type { Block, Footnote, CrossReference, Figure, Inline, Table } from '../model/nodes.ts'
import { sourcesOf } from '../model/sources.ts'
import type { Template, Words } from '../template/template.ts'
import { referenceText, wordsFor } from '../template/words.ts'
import { CALL, END_OF_MAYBE, MAYBE, SOME_FOLIO } from './passage.ts'

/** What an edition of a kind must say: the Book as readers see it. */
export interface Expected {
  /** Anchors of the chapters. */
  readonly chapters: readonly string[]
  readonly notes: readonly ExpectedNote[]
  /** In the order in which they stand in the text. */
  readonly calls: readonly ExpectedCall[]
  readonly text: readonly ExpectedPassage[]
  /** Anchors of the notes to which the index of sources leads, in its order; absence means that there is none. */
  readonly indexed?: readonly string[]
}

/** A stretch of the Book's text, and the Markdown that it was made from. */
export interface ExpectedPassage {
  /** Begins with a line feed where a block begins. */
  readonly text: string
  readonly source: Source
  readonly part: 'text' | 'table' | 'figure'
  /** Names the table or figure of which it is a part. */
  readonly of?: string
  /** Of a cell: its row, -1 for the head. */
  readonly row?: number
}

export interface Source {
  readonly file: string
  readonly position: Position
  /** The whole text of the file. */
  readonly markdown: string
}

export interface ExpectedNote {
  readonly number: string
  readonly anchor: string
  readonly text: readonly ExpectedPassage[]
  readonly source: Source
}

export interface ExpectedCall {
  readonly number: string
  /** Of the call itself. */
  readonly anchor: string
  /** Anchor of its note. */
  readonly note: string
  readonly part: ExpectedPassage['part']
  readonly source: Source
}

/**
 * Who is to see it: readers of an edition, or pandoc reading a Word file, which drops the value of
 * every simple field (`w:fldSimple`; 2.17 and 3.10) and takes captions apart.
 */
export type View = ProvenKind | 'word by pandoc'

/** Gathers what an edition must say. A printed page's number is known to no manuscript and stands as `SOME_FOLIO`. */
export function expect(book: Book, template: Template, kind: View): Expected {
  const calls: ExpectedCall[] = []
  const text: ExpectedPassage[] = []
  const notes: ExpectedNote[] = []
  for (const chapter of chaptersOf(book)) {
    const words = wordsFor(template, chapter.language)
    const body = new Gatherer(chapter, words, kind)
    body.line(chapter.title, 'text')
    body.blocks(chapter.children)
    text.push(...body.passages)
    calls.push(...body.calls)
    for (const note of chapter.notes) {
      const gathered = new Gatherer(chapter, words, kind)
      gathered.number(note)
      gathered.blocks(note.children)
      const source = gathered.sourceOf(note.position)
      notes.push({ number: note.number, anchor: note.anchor, text: gathered.passages, source })
    }
  }
  const expected = { chapters: chaptersOf(book).map(({ id }) => id), notes, calls, text }
  return kind === 'print' && book.metadata.sourcesIndex
    ? { ...expected, indexed: indexedBy(book) }
    : expected
}

const indexedBy = (book: Book): readonly string[] =>
  sourcesOf(book).flatMap(({ addresses }) =>
    addresses.flatMap(({ notes }) => notes.map(({ anchor }) => anchor)),
  )

/** The same without what stands in figures: their captions, and the notes that are called there. */
export function withoutFigures({ chapters, notes, calls, text }: Expected): Expected {
  const inFigures = new Set(
    calls.filter(({ part }) => part === 'figure').map(({ number }) => number),
  )
  return {
    chapters,
    notes: notes.filter(({ number }) => !inFigures.has(number)),
    calls: calls.filter(({ part }) => part !== 'figure'),
    text: text.filter(({ part }) => part !== 'figure'),
  }
}

/** Walks one chapter's text, or one note, and writes down its passages and calls. */
class Gatherer {
  readonly passages: ExpectedPassage[] = []
  readonly calls: ExpectedCall[] = []
  readonly #chapter: Chapter
  readonly #words: Words
  readonly #kind: View
  #part: ExpectedPassage['part'] = 'text'
  #of: string | undefined
  #row: number | undefined

  constructor(chapter: Chapter, words: Words, kind: View) {
    this.#chapter = chapter
    this.#words = words
    this.#kind = kind
  }

  get #isWord(): boolean {
    return this.#kind === 'word' || this.#kind === 'word by pandoc'
  }

  sourceOf(position: Position): Source {
    const { file, written } = this.#chapter
    return { file, position, markdown: written.text }
  }

  /** A number such as 581a, which Word does not count, is text to pandoc. */
  number({ number, position }: Footnote): void {
    if (/^\d+$/.test(number)) return
    if (this.#kind === 'word by pandoc') this.#put(`\n${this.#maybe(number)}`, position)
  }

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) this.#block(block)
  }

  /** A line or paragraph of its own. */
  line(children: readonly Inline[], part: ExpectedPassage['part']): void {
    this.#part = part
    const first = children[0]
    if (first !== undefined) this.#put('\n', first.position)
    this.#inlines(children)
    this.#part = 'text'
  }

  #put(text: string, position: Position): void {
    this.passages.push({
      text,
      source: this.sourceOf(position),
      part: this.#part,
      ...(this.#of === undefined ? {} : { of: this.#of }),
      ...(this.#row === undefined ? {} : { row: this.#row }),
    })
  }

  #block(block: Block): void {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return this.line(block.children, 'text')
      case 'blockquote':
        return this.blocks(block.children)
      case 'list':
        for (const item of block.children) {
          // In Word the box is the item's marker, which is no text.
          if (item.checked !== undefined && !this.#isWord)
            this.#put(item.checked ? '\n\u2611 ' : '\n\u2610 ', item.position)
          this.blocks(item.children)
        }
        return
      case 'table':
        return this.#table(block)
      case 'figure':
        this.#of = this.#nameOf(block)
        this.#caption(block, this.#words.figure, 'figure')
        this.#credit(block)
        this.#of = undefined
        return
      case 'code':
        this.#put(`\n${block.value}`, block.position)
        return
      case 'thematicBreak':
        return
    }
  }

  #table(table: Table): void {
    this.#of = this.#nameOf(table)
    this.#caption(table, this.#words.table, 'table')
    ;[table.head, ...table.rows].forEach((row, index) => {
      this.#row = index - 1
      for (const cell of row.cells) this.line(cell.children, 'table')
    })
    this.#row = undefined
    this.#of = undefined
  }

  #nameOf({ position }: Figure | Table): string {
    return `${this.#chapter.id} ${String(position.start.offset)}`
  }

  #caption(block: Figure | Table, word: string, part: 'figure' | 'table'): void {
    this.#part = part
    if (block.number !== undefined || block.caption.length > 0) this.#put('\n', block.position)
    if (block.number !== undefined) {
      const label = `${this.#maybe(word)} ${this.#maybe(String(block.number))}`
      this.#put(`${label}. `, block.position)
    }
    this.#inlines(block.caption)
    this.#part = 'text'
  }

  /** Marks what a field shows. */
  #maybe(text: string): string {
    return this.#kind === 'word by pandoc' ? MAYBE + text + END_OF_MAYBE : text
  }

  #credit(figure: Figure): void {
    if (figure.credit === undefined) return
    this.#part = 'figure'
    this.#put(`\n${figure.credit}`, figure.position)
    this.#part = 'text'
  }

  #inlines(inlines: readonly Inline[]): void {
    for (const inline of inlines) this.#inline(inline)
  }

  #inline(inline: Inline): void {
    const { position } = inline
    switch (inline.type) {
      case 'text':
      case 'inlineCode':
        return this.#put(inline.value, position)
      case 'break':
        return this.#put('\n', position)
      case 'footnoteReference':
        this.#put(CALL, position)
        this.calls.push({
          number: inline.number,
          anchor: inline.anchor,
          note: inline.note,
          part: this.#part,
          source: this.sourceOf(position),
        })
        return
      case 'crossReference':
        return this.#put(this.#reference(inline), position)
      default:
        return this.#inlines(inline.children)
    }
  }

  /** A page's number is set by print, and by Word from its own pages. */
  #reference(reference: CrossReference): string {
    const { kind, number, title, anchor } = reference
    if (anchor === undefined) return referenceText(reference, this.#words)
    if (reference.page && this.#kind !== 'epub' && this.#kind !== 'web')
      return (reference.bare ? '' : `${this.#words.page} `) + this.#maybe(SOME_FOLIO)
    const shown = { ...reference, title: this.#maybe(title) }
    if (number === undefined)
      return referenceText(kind === 'section' ? shown : reference, this.#words)
    const words =
      kind === 'note' ? this.#words : { ...this.#words, [kind]: this.#maybe(this.#words[kind]) }
    return referenceText({ ...shown, number: this.#maybe(number) }, words)
  }
}
