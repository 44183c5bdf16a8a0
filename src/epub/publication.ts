import type { Element } from 'hast'

/** One file of the publication, named in its manifest. All stand in one folder, so that links are file names. */
export interface Resource {
  /** Unique in the manifest; an XML name. */
  readonly id: string
  /** Path from the package document: `fonts/serif-text-regular.otf`. */
  readonly href: string
  readonly mediaType: string
  /** `properties` of the manifest item (EPUB 3.3, appendix D.5): `nav`, `cover-image`. */
  readonly properties?: string
  readonly bytes: Uint8Array
}

/** One XHTML content document before it is written. */
export interface ContentDocument {
  /** Unique in the manifest; an XML name. */
  readonly id: string
  readonly href: string
  /** Plain text of `title`. */
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly matter: 'frontmatter' | 'bodymatter' | 'backmatter'
  /** Children of `body`. */
  readonly children: readonly Element[]
}

/** A line of the contents; `href` includes the fragment. */
export interface ContentsEntry {
  readonly href: string
  readonly label: Element
  readonly children: readonly ContentsEntry[]
}

/** A list of figures or tables, as a `nav`. */
export interface Listing {
  readonly type: 'loi' | 'lot'
  readonly title: string
  readonly entries: readonly ContentsEntry[]
}

/** A printed page that the publication marks. */
export interface PageListEntry {
  readonly href: string
  readonly folio: string
}
