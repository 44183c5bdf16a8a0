import type { Root } from 'mdast'
import type { Position } from '../diagnostic/diagnostic.ts'
import type { BookMetadata, ChapterMetadata, NoteRange } from './metadata.ts'
import type { PublishedVersion } from './register.ts'
import type { Scan } from './scan.ts'

/** Everything that was read, before anything is numbered: what the `read` stage hands to `model`. */
export interface Manuscript {
  /** The folder of the book as the user named it, `source`; for a lone chapter, its folder. */
  readonly root: string
  /** `book.yaml` as the user named it; absence means a lone chapter. */
  readonly bookFile?: string
  /** Name of the whole book's editions, without extension: the chapter's where there is but one. */
  readonly name: string
  readonly metadata: BookMetadata
  readonly parts: readonly ManuscriptPart[]
  /** The image that the book names as its cover. */
  readonly cover?: ImageFile
  /** Versions that were published before, for the numbers that readers have cited. */
  readonly published: readonly PublishedVersion[]
}

export type ManuscriptPart = ManuscriptChapter | ElsewherePart

/** Chapters kept in another repository: their range is a promise that the numbering stands on. */
export interface ElsewherePart {
  readonly type: 'elsewhere'
  readonly title: string
  readonly notes: NoteRange
  /** In `book.yaml`. */
  readonly position: Position
}

export interface ManuscriptChapter {
  readonly type: 'chapter'
  /** File name without extension: `kazakhstan`. Unique in the book. */
  readonly id: string
  /** As the user named it: `source/kazakhstan.md`. */
  readonly file: string
  /** The whole text, line ends as `\n`, without a byte order mark. Positions count in it. */
  readonly text: string
  readonly metadata: ChapterMetadata
  /** Position of the metadata's keys, by key as written: `footnotes`. */
  readonly metadataPositions: Readonly<Record<string, Position>>
  /** mdast with this project's own nodes (`syntax/nodes.ts`). */
  readonly tree: Root
  /** What the text shows and the tree does not. */
  readonly scan: Scan
  /** Images by their address as written. */
  readonly images: Readonly<Record<string, ImageFile>>
}

/** An image that was read once, checked by its content, so that every edition shows the same bytes. */
export interface ImageFile {
  readonly path: string
  readonly format: 'png' | 'jpeg' | 'svg'
  readonly bytes: Uint8Array
  /** Pixels of a bitmap, user units of an SVG. */
  readonly width: number
  readonly height: number
  /** Pixels to the inch that the file says it is meant for; absence means that it says nothing. */
  readonly density?: number
}
