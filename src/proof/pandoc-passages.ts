import type { PandocBlock, PandocInline, PandocRow } from '../pandoc/document.ts'
import { isBackLink } from '../pandoc/text.ts'
import { CALL, type Passage } from './passage.ts'

/** What pandoc read, as passages and notes in order. Its own pictures, back-links and raw parts are no text. */
export interface PandocText {
  readonly text: readonly Passage[]
  readonly notes: readonly (readonly Passage[])[]
}

/** Parts that are passed over, for readers that show them at different places or not at all. */
export interface PassedOver {
  /** Figures with their captions. */
  readonly figures: boolean
  /** True for blocks that are no part of the chapters. */
  readonly skips: (block: PandocBlock) => boolean
}

/** Writes down what blocks say, in order. Every passage has the place of the heading over it. */
export function passagesOf(blocks: readonly PandocBlock[], over: PassedOver): PandocText {
  const walker = new Walker(over)
  walker.blocks(blocks)
  return walker
}

class Walker implements PandocText {
  readonly text: Passage[] = []
  readonly notes: Passage[][] = []
  readonly #over: PassedOver
  #place = 'at the start'

  constructor(over: PassedOver) {
    this.#over = over
  }

  blocks(blocks: readonly PandocBlock[]): void {
    for (const block of blocks) if (!this.#over.skips(block)) this.#block(block)
  }

  #put(text: string): void {
    this.text.push({ text, place: this.#place })
  }

  #block(block: PandocBlock): void {
    switch (block.t) {
      case 'Plain':
      case 'Para':
        this.#put('\n')
        return this.#inlines(block.c)
      case 'Header': {
        const from = this.text.length
        this.#put('\n')
        this.#inlines(block.c[2])
        const title = this.text.slice(from).map(({ text }) => text)
        this.#place = `“${title.join('').replaceAll(CALL, '').trim()}”`
        return
      }
      case 'LineBlock':
        for (const line of block.c) {
          this.#put('\n')
          this.#inlines(line)
        }
        return
      case 'CodeBlock':
        return this.#put(`\n${block.c[1]}\n`)
      case 'BlockQuote':
        return this.blocks(block.c)
      case 'BulletList':
        for (const item of block.c) this.blocks(item)
        return
      case 'OrderedList':
        for (const item of block.c[1]) this.blocks(item)
        return
      case 'DefinitionList':
        for (const [term, definitions] of block.c) {
          this.#put('\n')
          this.#inlines(term)
          for (const definition of definitions) this.blocks(definition)
        }
        return
      case 'Div':
        return this.blocks(block.c[1])
      case 'Figure':
        if (this.#over.figures) return
        this.blocks(block.c[2])
        return this.blocks(block.c[1][1])
      case 'Table':
        return this.#table(block.c)
      default:
        return
    }
  }

  #table([, caption, , head, bodies, foot]: (PandocBlock & { readonly t: 'Table' })['c']): void {
    this.blocks(caption[1])
    const rows: readonly PandocRow[] = [
      ...head[1],
      ...bodies.flatMap((body) => [...body[2], ...body[3]]),
      ...foot[1],
    ]
    for (const [, cells] of rows)
      for (const cell of cells) {
        this.#put('\n')
        this.blocks(cell[4])
      }
  }

  #inlines(inlines: readonly PandocInline[]): void {
    for (const inline of inlines) this.#inline(inline)
  }

  #inline(inline: PandocInline): void {
    switch (inline.t) {
      case 'Str':
        return this.#put(inline.c)
      case 'Space':
      case 'SoftBreak':
        return this.#put(' ')
      case 'LineBreak':
        return this.#put('\n')
      case 'Code':
      case 'Math':
        return this.#put(inline.c[1])
      case 'Note': {
        this.#put(CALL)
        const inside = new Walker(this.#over)
        inside.#place = this.#place
        inside.blocks(inline.c)
        this.notes.push(inside.text, ...inside.notes)
        return
      }
      case 'Quoted': {
        const [open, close] = inline.c[0].t === 'SingleQuote' ? '‘’' : '“”'
        this.#put(open ?? '')
        this.#inlines(inline.c[1])
        return this.#put(close ?? '')
      }
      case 'Link':
        return isBackLink(inline) ? undefined : this.#inlines(inline.c[1])
      case 'Span':
      case 'Cite':
        return this.#inlines(inline.c[1])
      case 'Image':
      case 'RawInline':
        return
      default:
        return this.#inlines(inline.c)
    }
  }
}
