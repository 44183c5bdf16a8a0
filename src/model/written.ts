import type { Position } from '../diagnostic/diagnostic.ts'
import type { Scan } from '../source/scan.ts'

/** What the author wrote in one chapter, sound or not, before numbers: the ground on which checks stand. All lists in reading order: that of the file, but that the caption after a table is read before it. */
export interface Written {
  readonly text: string
  readonly scan: Scan
  readonly calls: readonly WrittenCall[]
  readonly definitions: readonly WrittenDefinition[]
  readonly headings: readonly WrittenHeading[]
  readonly figures: readonly WrittenFigure[]
  readonly tables: readonly WrittenTable[]
  readonly references: readonly WrittenReference[]
  readonly links: readonly WrittenLink[]
  /** `[label]: address`, used or not. */
  readonly linkDefinitions: readonly {
    readonly label: string
    readonly url: string
    readonly used: boolean
    readonly position: Position
  }[]
  /** Raw HTML that is no comment, and images inside a line. */
  readonly html: readonly Position[]
  readonly inlineImages: readonly Position[]
  /** Comments, block or inline, without their marks. */
  readonly comments: readonly { readonly value: string; readonly position: Position }[]
  /** Ranges of paragraphs and cells: where prose stands, for rules that read it. `inNote` is the label of the note it is part of. */
  readonly prose: readonly WrittenProse[]
  /** Places of the metadata's keys. */
  readonly metadataPositions: Readonly<Record<string, Position>>
}

/** Where a call stands, beside plain text. */
export type CallPlace = 'text' | 'heading' | 'link' | 'caption' | 'table' | 'note'

export interface WrittenCall {
  /** Labels match without regard to case (CommonMark 6.3): calls and texts with one key are one note. */
  readonly key: string
  readonly label: string
  readonly position: Position
  /** The innermost place that matters. */
  readonly place: CallPlace
  /** Label of the note in which it stands. */
  readonly inNote?: string
  /** `^[…]`: call and note in one. */
  readonly inline: boolean
  /** The number that its place gives; absence means that it has no note, or was called before. */
  readonly number?: string
  readonly order: number
}

export interface WrittenDefinition {
  /** As a call's. */
  readonly key: string
  readonly label: string
  /** From the bracket to the end of the note. */
  readonly position: Position
  /** Without any text, image or code. */
  readonly empty: boolean
  /** The first block of the note, by its mdast type; absence where it is empty. */
  readonly firstBlock?: string
  readonly firstBlockPosition?: Position
}

export interface WrittenHeading {
  readonly level: number
  readonly text: string
  readonly identifier?: string
  readonly position: Position
}

export interface WrittenFigure {
  readonly identifier?: string
  readonly hasCaption: boolean
  readonly alt?: string
  readonly url: string
  readonly position: Position
}

export interface WrittenTable {
  readonly identifier?: string
  readonly hasCaption: boolean
  readonly position: Position
  /** Position and text of each row's first cell, and how many cells the row has as written; the head is the first. */
  readonly rows: readonly {
    readonly text: string
    readonly cells: number
    readonly position: Position
  }[]
}

export interface WrittenReference {
  readonly kind: 'sec' | 'fig' | 'tbl' | 'fn'
  readonly label: string
  readonly chapter?: string
  readonly position: Position
  /** What it leads to: absent (nowhere), elsewhere, or found, and of which kind that is. */
  readonly target: 'missing' | 'elsewhere' | 'section' | 'figure' | 'table' | 'note'
}

export interface WrittenLink {
  readonly url: string
  readonly text: string
  readonly position: Position
  /** For `#x`: false where nothing has that identifier. */
  readonly found?: boolean
}

export interface WrittenProse {
  readonly position: Position
  readonly place: 'paragraph' | 'heading' | 'cell' | 'caption'
  readonly inNote?: string
  /** Stands in a list or a quotation. */
  readonly nested: boolean
  /** What a reader reads, each character at its place in the source; see `passage.ts`. */
  readonly text: string
  /** Passages in a language of their own, in order. */
  readonly languages: readonly WrittenLanguage[]
}

/** `[text]{lang=ru}`. Offsets into the chapter's text; `end` is exclusive. */
export interface WrittenLanguage {
  readonly start: number
  readonly end: number
  readonly language: string
}
