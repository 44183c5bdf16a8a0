/** Where the numbers of notes start again. */
export type Numbering = 'continuous' | 'per-chapter'

/** `draft`, `review` and `embargoed` are stamped on every page. */
export type Status = (typeof statuses)[number]

export const statuses = ['draft', 'review', 'embargoed', 'final'] as const

/** First and last number of a range of notes, both inclusive. */
export interface NoteRange {
  readonly first: number
  readonly last: number
}

/** What `book.yaml` says, validated; keys as in the file, in camel case. */
export interface BookMetadata {
  readonly title: string
  readonly subtitle?: string
  readonly shortTitle?: string
  readonly authors: readonly string[]
  readonly contributors: readonly string[]
  readonly publisher?: string
  readonly place?: string
  readonly rights?: string
  readonly licence?: string
  /** A URN, UUID or DOI; always set: without one in the file, a UUID v5 of title and language (RFC 9562, 5.5). */
  readonly identifier: string
  readonly isbn: { readonly print?: string; readonly word?: string; readonly epub?: string }
  readonly description?: string
  readonly keywords: readonly string[]
  readonly corrections: readonly string[]
  /** BCP 47. */
  readonly language: string
  /** Language of passages in a script that is not the book's: ISO 15924 code to BCP 47 tag. */
  readonly languages: Readonly<Record<string, string>>
  /** ISO 8601 date, `2020-12-15`: the date in every timestamp of every edition. */
  readonly date: string
  readonly version: string
  readonly status: Status
  /** ISO 8601 date to which it is embargoed; absence means that none is named. */
  readonly embargoedUntil?: string
  /** A folder under `templates/`. */
  readonly template: string
  readonly footnotes: { readonly numbering: Numbering; readonly first: number }
  readonly firstFolio: number
  /** True where print ends with an index of the addresses in the notes. */
  readonly sourcesIndex: boolean
  readonly hyphenation: { readonly exceptions: readonly string[] }
  /** Severities that the book sets: rule id to `error`, `warning`, `info` or `off`. */
  readonly checks: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>
}

/** The YAML block at the head of a chapter, validated. */
export interface ChapterMetadata {
  readonly title?: string
  readonly shortTitle?: string
  readonly language?: string
  readonly date?: string
  readonly template?: string
  /** The number contract: the chapter's first and last note. */
  readonly footnotes?: NoteRange
}
