import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Block } from '../../model/nodes.ts'
import type { StyleName, Template, Words } from '../../template/template.ts'
import type { Pt } from '../../unit/length.ts'
import type { SetParagraph } from '../line/break-lines.ts'
import type { Label, ParagraphRun, ParagraphSettings } from '../line/paragraph.ts'
import type { Slug } from './galley.ts'
import type { SizedPicture } from './pictures.ts'

/** `breakLines`, with its typesetter. */
export type SetLines = (runs: readonly ParagraphRun[], settings: ParagraphSettings) => SetParagraph

/** What every block of a chapter is composed with. */
export interface Composer {
  readonly template: Template
  readonly words: Words
  /** Id of the chapter; absence means title page or colophon. */
  readonly chapter?: string
  /** Names the file in diagnostics. */
  readonly file?: string
  readonly language: string
  /** Leading of the body: the grid. */
  readonly grid: Pt
  /** From the start of the measure to the text of a note, in all the book. */
  readonly noteIndent: Pt
  /** Height of the text of a page. */
  readonly column: Pt
  readonly setLines: SetLines
  /** Composes the children of a block in order: handed over here, so that blocks which hold blocks need not import their own dispatcher. */
  readonly blocks: (children: readonly Block[], place: Place) => readonly Slug[]
  readonly pictureOf: (image: string) => SizedPicture | undefined
  /** True where a cross-reference leads to an anchor: what has one may stand on another page than the text round it. */
  readonly isReferred: (anchor: string | undefined) => boolean
  /** Height of a note, pt; 0 for a name that is no note's. */
  readonly heightOfNote: (anchor: string) => number
  readonly report: (finding: Diagnostic) => void
}

/** Where a block stands. Lengths in pt. */
export interface Place {
  /** From the start of the page's measure to the block. */
  readonly left: Pt
  readonly measure: Pt
  /** Style of its paragraphs. */
  readonly style: StyleName & ('body' | 'note' | 'quotation')
  /** Indices of `children` down to the block. */
  readonly path: readonly number[]
  /** Anchor of the note in which it stands. */
  readonly note?: string
  /** Lists around it. */
  readonly listDepth: number
  /** Block before it among its siblings. */
  readonly after?: Block
  /** Block after it among its siblings. */
  readonly before?: Block
  /** Set before the text of its first line, from `left` on: the marker of a list item, the number of a note. */
  readonly label?: PlaceLabel
}

export interface PlaceLabel extends Label {
  readonly part: 'marker' | 'number'
  /** Start of the measure to the text. */
  readonly width: Pt
}

/** The same place for what stands inside a block: without label and siblings. */
export const within = ({ left, measure, style, path, note, listDepth }: Place): Place => ({
  left,
  measure,
  style,
  path,
  listDepth,
  ...(note !== undefined && { note }),
})
