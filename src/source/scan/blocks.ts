import type { Region, Scan } from '../scan.ts'
import { indentAt, isBlank, skipCharacters, skipIndent, type Cursor } from './cursor.ts'
import { Inlines } from './inlines.ts'
import { metadataEnd } from './metadata-block.ts'
import {
  closesFence,
  fenceStart,
  foldLabel,
  htmlStart,
  isAtxHeading,
  isSetextUnderline,
  isThematicBreak,
  listMarker,
  noteStart,
  type HtmlEnd,
} from './starts.ts'

/** A block that holds blocks (CommonMark 5, GFM footnotes). */
type Container =
  | { readonly type: 'quote' }
  /** `indent`: columns that a line needs to go on with the item. */
  | { readonly type: 'item'; readonly indent: number; empty: boolean }
  | { readonly type: 'note' }

/** The open block that holds no blocks. */
type Leaf =
  | { readonly type: 'none' }
  | { readonly type: 'paragraph' }
  | {
      readonly type: 'fence'
      readonly start: number
      readonly mark: string
      readonly count: number
      end: number
    }
  | { readonly type: 'html'; readonly start: number; readonly html: HtmlEnd; end: number }
  | { readonly type: 'indented'; readonly start: number; end: number }

// Deeper than any book; what lies below is read as text, so that hostile nesting stays linear.
const deepest = 64
const none: Leaf = { type: 'none' }

interface ScannedBlocks {
  readonly regions: readonly Region[]
  /** Offsets at which notes begin. */
  readonly definitions: ReadonlySet<number>
  /** As in `Scan`. */
  readonly cuts: readonly number[]
  readonly fullest: Scan['fullest']
}

/** Reads the blocks of a text line by line (CommonMark, appendix "a parsing strategy", phase 1). */
export function scanBlocks(text: string, lineStarts: readonly number[]): ScannedBlocks {
  const blocks = new Blocks(text)
  const metadata = metadataEnd(text, lineStarts)
  if (metadata !== undefined) blocks.metadata(metadata)
  lineStarts.forEach((start, index) => {
    if (metadata !== undefined && start < metadata.end) return
    const next = lineStarts[index + 1]
    blocks.line(start, next === undefined ? text.length : next - 1)
  })
  return blocks.finish()
}

class Blocks {
  readonly regions: Region[] = []
  readonly definitions = new Set<number>()
  private readonly labels = new Set<string>()
  private readonly cuts: number[] = []
  private afterBlank = false
  /** Since the last cut. */
  private stretch = { start: 0, containers: 0 }
  private fullest = { start: 0, containers: 0 }
  private containers: Container[] = []
  private leaf: Leaf = none
  private readonly inlines: Inlines
  private readonly text: string

  constructor(text: string) {
    this.text = text
    this.inlines = new Inlines(text)
  }

  metadata(block: { readonly end: number; readonly closed: boolean }): void {
    this.regions.push({ kind: 'metadata', start: 0, ...block })
  }

  finish(): ScannedBlocks {
    this.closeLeaf()
    const { definitions, cuts, fullest } = this
    const regions = [...this.regions, ...this.inlines.regions(this.labels)]
    regions.sort((a, b) => a.start - b.start)
    return { regions, definitions, cuts, fullest }
  }

  line(start: number, end: number): void {
    const cursor: Cursor = { offset: start, column: 0, spare: 0 }
    const matched = this.matchContainers(cursor, end)
    if (this.afterBlank && matched === 0 && this.leaf.type === 'none' && this.opensAnew(start, end))
      this.cut(start)
    const all = matched === this.containers.length
    if (!all && (this.leaf.type === 'fence' || this.leaf.type === 'html')) this.closeTo(matched)
    this.afterBlank = isBlank(this.text.slice(start, end))
    if (this.continueRaw(cursor, end)) return
    this.open(cursor, end, matched)
  }

  private cut(start: number): void {
    this.cuts.push(start)
    this.stretch = { start, containers: 0 }
  }

  private push(container: Container): void {
    this.containers.push(container)
    this.stretch.containers++
    if (this.stretch.containers > this.fullest.containers) this.fullest = { ...this.stretch }
  }

  /** Whether a line of text that continues no container cannot be a further item of a list before it. */
  private opensAnew(start: number, end: number): boolean {
    const rest = this.text.slice(start, end)
    // White space at the head of a text is read in ways of its own, as is a byte order mark.
    if (!/^[^\s\uFEFF]/u.test(rest)) return false
    // A list may stand there that has no open item (an empty one before a blank line), or that this
    // reader took for a paragraph's text (under a table's last row).
    return listMarker(rest) === undefined
  }

  /** Consumes the marks of open containers; how many go on in this line. */
  private matchContainers(cursor: Cursor, end: number): number {
    for (const [index, container] of this.containers.entries()) {
      const indent = indentAt(this.text, cursor, end)
      const blank = indent.offset === end
      if (container.type === 'quote') {
        if (indent.width > 3 || this.text[indent.offset] !== '>') return index
        this.consumeQuote(cursor, end)
      } else if (blank) {
        // 5.2: an item can begin with at most one blank line.
        if (container.type === 'item' && container.empty) return index
      } else {
        const needed = container.type === 'item' ? container.indent : 4
        if (indent.width < needed && !this.sharesIndent(index, indent.width)) return index
        skipIndent(this.text, cursor, end, needed)
        if (container.type === 'item') container.empty = false
      }
    }
    return this.containers.length
  }

  /**
   * micromark asks only whether the white space that it read last as a note's indentation was wide
   * enough: that of a note does for a note directly inside it, too.
   */
  private sharesIndent(index: number, left: number): boolean {
    return (
      left === 0 &&
      this.containers[index]?.type === 'note' &&
      this.containers[index - 1]?.type === 'note'
    )
  }

  private consumeQuote(cursor: Cursor, end: number): void {
    skipIndent(this.text, cursor, end, 3)
    skipCharacters(cursor, 1)
    skipIndent(this.text, cursor, end, 1)
  }

  /** A line of an open fence or HTML block. */
  private continueRaw(cursor: Cursor, end: number): boolean {
    const { leaf } = this
    const indent = indentAt(this.text, cursor, end)
    if (leaf.type === 'fence') {
      leaf.end = end
      const rest = this.text.slice(indent.offset, end)
      if (indent.width < 4 && closesFence(rest, leaf.mark, leaf.count)) this.closeLeaf(true)
      return true
    }
    if (leaf.type !== 'html') return false
    if (leaf.html.until === 'blank') {
      if (indent.offset === end) {
        this.closeLeaf(true)
        return false
      }
      leaf.end = end
    } else {
      leaf.end = end
      if (leaf.html.until.test(this.text.slice(cursor.offset, end))) this.closeLeaf(true)
    }
    return true
  }

  /** Opens what the rest of a line opens, and adds what is left to a paragraph. */
  private open(cursor: Cursor, end: number, matchedContainers: number): void {
    let matched = matchedContainers
    // 5.2: only an item that is not empty and has the number 1 interrupts a paragraph; micromark keeps
    // to that for every marker of the line, and after indented code too; but not after a table.
    const { type } = this.leaf
    const interrupts =
      ((type === 'paragraph' && !this.inlines.isTable) || type === 'indented') &&
      matched === this.containers.length
    for (;;) {
      const indent = indentAt(this.text, cursor, end)
      if (indent.offset === end) return this.blank(matched)
      const goesOn = matched === this.containers.length
      const inParagraph = this.leaf.type === 'paragraph'
      if (indent.width > 3) {
        if (!inParagraph) this.indented(matched, cursor, indent.offset, end)
        else this.inlines.add(indent.offset, end)
        return
      }
      const rest = this.text.slice(indent.offset, end)
      if (rest[0] === '>' && this.containers.length < deepest) {
        this.closeTo(matched)
        this.consumeQuote(cursor, end)
        this.push({ type: 'quote' })
        matched++
        continue
      }
      if (isAtxHeading(rest)) {
        this.closeTo(matched)
        this.inlines.add(indent.offset, end)
        return this.inlines.flush()
      }
      const fence = fenceStart(rest)
      if (fence !== undefined) {
        this.closeTo(matched)
        this.leaf = { type: 'fence', start: indent.offset, end, ...fence }
        return
      }
      const html = htmlStart(rest, inParagraph)
      if (html !== undefined) {
        this.closeTo(matched)
        this.leaf = { type: 'html', start: indent.offset, end, html }
        if (html.until !== 'blank' && html.until.test(rest.slice(html.kind === 'comment' ? 2 : 1)))
          this.closeLeaf(true)
        return
      }
      if (inParagraph && goesOn && isSetextUnderline(rest)) return this.closeLeaf()
      if (isThematicBreak(rest)) return this.closeTo(matched)
      const marker = listMarker(rest)
      if (
        marker !== undefined &&
        this.containers.length < deepest &&
        (marker.interrupts || !interrupts)
      ) {
        this.closeTo(matched)
        this.openItem(cursor, end, indent.width, marker.length)
        matched++
        continue
      }
      const note = noteStart(rest)
      if (note !== undefined && this.containers.length < deepest) {
        this.closeTo(matched)
        this.definitions.add(indent.offset)
        this.labels.add(foldLabel(rest.slice(2, note - 2)))
        skipIndent(this.text, cursor, end, indent.width)
        skipCharacters(cursor, note)
        skipIndent(this.text, cursor, end, Infinity)
        this.push({ type: 'note' })
        matched++
        continue
      }
      // What is left is text; 5.1: a lazy line goes on with the paragraph of a container that it left.
      if (!inParagraph) {
        this.closeTo(matched)
        this.leaf = { type: 'paragraph' }
      }
      this.inlines.add(indent.offset, end)
      return
    }
  }

  private openItem(cursor: Cursor, end: number, indent: number, length: number): void {
    skipIndent(this.text, cursor, end, indent)
    skipCharacters(cursor, length)
    const after = indentAt(this.text, cursor, end)
    const empty = after.offset === end
    // 5.2: one to four columns of white space belong to the marker; more is one and indented code.
    const padding = empty || after.width > 4 ? 1 : after.width
    skipIndent(this.text, cursor, end, padding)
    this.push({ type: 'item', indent: indent + length + padding, empty })
  }

  private blank(matched: number): void {
    if (this.leaf.type === 'indented') {
      if (matched < this.containers.length) this.closeTo(matched)
      return
    }
    this.closeLeaf()
    this.containers.length = Math.min(this.containers.length, matched)
  }

  private indented(matched: number, cursor: Cursor, offset: number, end: number): void {
    if (this.leaf.type === 'indented' && matched === this.containers.length) {
      this.leaf.end = end
      return
    }
    this.closeTo(matched)
    this.leaf = { type: 'indented', start: Math.min(cursor.offset + 4, offset), end }
  }

  /** Closes what is open below the first `matched` containers. */
  private closeTo(matched: number): void {
    this.closeLeaf()
    this.containers.length = matched
  }

  private closeLeaf(closed = false): void {
    const { leaf } = this
    this.leaf = none
    if (leaf.type === 'paragraph') this.inlines.flush()
    else if (leaf.type === 'indented')
      this.regions.push({ kind: 'code', start: leaf.start, end: leaf.end, closed: true })
    else if (leaf.type === 'fence')
      this.regions.push({ kind: 'fence', start: leaf.start, end: leaf.end, closed })
    else if (leaf.type === 'html') this.pushHtml(leaf, closed)
  }

  /** An HTML block: its comments, and what stands around them. */
  private pushHtml(leaf: Extract<Leaf, { type: 'html' }>, closed: boolean): void {
    let at = leaf.start
    while (at < leaf.end) {
      const open = this.text.indexOf('<!--', at)
      if (open === -1 || open >= leaf.end) break
      const close = this.text.indexOf('-->', open + 2)
      const end = close === -1 || close + 3 > leaf.end ? leaf.end : close + 3
      if (open > at) this.regions.push({ kind: 'html', start: at, end: open, closed: true })
      const whole = end < leaf.end || (close !== -1 && close + 3 <= leaf.end)
      this.regions.push({ kind: 'comment', start: open, end, closed: whole })
      at = end
    }
    if (at < leaf.end && this.text.slice(at, leaf.end).trim() !== '')
      this.regions.push({
        kind: 'html',
        start: at,
        end: leaf.end,
        closed: closed || leaf.html.until === 'blank',
      })
  }
}
