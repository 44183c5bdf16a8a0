import type { Data, Node, Parent } from 'unist'
import type { PhrasingContent } from 'mdast'

/** `[text]{lang=ru}`: a passage in another language. */
export interface LanguageSpan extends Parent {
  type: 'languageSpan'
  /** BCP 47. */
  language: string
  /** The braces as written. */
  attributes?: string
  children: PhrasingContent[]
}

/** `^[text]`: a note written in its place. */
export interface InlineNote extends Parent {
  type: 'inlineNote'
  children: PhrasingContent[]
}

/** `@sec-x`, `@kazakhstan/fn-x`, `@page-fig-x`, `[-@tbl-x]`. */
export interface CrossReference extends Node {
  type: 'crossReference'
  kind: 'sec' | 'fig' | 'tbl' | 'fn'
  /** Without its kind: `x`. */
  label: string
  /** Before the slash: `kazakhstan`. */
  chapter?: string
  /** `@page-…`: the printed page is wanted. */
  page: boolean
  /** `[-@…]`: the number alone is wanted. */
  bare: boolean
  data?: Data
}

/** An image alone in its paragraph. */
export interface Figure extends Parent {
  type: 'figure'
  /** Address of the image as written, percent-encoding undone. */
  url: string
  identifier?: string
  /** Absence means that none was written; `""` that it was written empty. */
  alt?: string
  credit?: string
  /** The braces as written. */
  attributes?: string
  /** The caption, parsed as Markdown. */
  children: PhrasingContent[]
}

/** `: Caption {#tbl-x}` after a table. */
export interface TableCaption extends Parent {
  type: 'tableCaption'
  identifier?: string
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    languageSpan: LanguageSpan
    inlineNote: InlineNote
    crossReference: CrossReference
    /** Where the reader met it; `syntax/blocks.ts` lifts it out of its paragraph. */
    figure: Figure
  }
  interface RootContentMap {
    languageSpan: LanguageSpan
    inlineNote: InlineNote
    crossReference: CrossReference
    figure: Figure
    tableCaption: TableCaption
  }
  interface BlockContentMap {
    figure: Figure
    tableCaption: TableCaption
  }
  interface HeadingData {
    /** `{#sec-x}`. */
    identifier?: string
  }
}
