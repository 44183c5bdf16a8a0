import type { Position } from '../diagnostic/diagnostic.ts'
import type { ImageFile } from '../source/manuscript.ts'
import type { BookMetadata, NoteRange } from '../source/metadata.ts'
import type { PublishedVersion } from '../source/register.ts'
import type { Block, Footnote, Inline } from './nodes.ts'
import type { Written } from './written.ts'

/**
 * The manuscript, numbered and resolved: the one thing that checks and editions read.
 * Serialisable as JSON but for the bytes of images.
 */
export interface Book {
  readonly type: 'book'
  /** Name of the whole book's editions, without extension. */
  readonly name: string
  /** `book.yaml` as the user named it; absence means a lone chapter. */
  readonly file?: string
  readonly metadata: BookMetadata
  /** In reading order. */
  readonly parts: readonly Part[]
  /** Absence means that one is made for it. */
  readonly cover?: ImageFile
  /** Versions that were published before. */
  readonly published: readonly PublishedVersion[]
}

export type Part = Chapter | Elsewhere

/** Chapters that are kept elsewhere and counted on. */
export interface Elsewhere {
  readonly type: 'elsewhere'
  readonly title: string
  readonly notes: NoteRange
  readonly position: Position
}

export interface Chapter {
  readonly type: 'chapter'
  /** Unique in the book: `kazakhstan`. Its anchor in every edition. */
  readonly id: string
  /** As the user named it; every position in the chapter is a place in this file. */
  readonly file: string
  readonly title: readonly Inline[]
  /** For running heads. */
  readonly shortTitle: string
  /** BCP 47. A text without a language of its own is in this one. */
  readonly language: string
  readonly children: readonly Block[]
  /** In order of their calls, so in order of their numbers. Each is called once by the text. */
  readonly notes: readonly Footnote[]
  /** The number contract, as written. */
  readonly contract?: NoteRange
  readonly images: Readonly<Record<string, ImageFile>>
  /** For the checks: the source text, and everything that the author wrote, sound or not. */
  readonly written: Written
}

/** The chapters that are present, in reading order. */
export const chaptersOf = (book: Book): readonly Chapter[] =>
  book.parts.filter((part) => part.type === 'chapter')

/** All notes that are present, in order of their numbers. */
export const notesOf = (book: Book): readonly Footnote[] =>
  chaptersOf(book).flatMap((chapter) => chapter.notes)
