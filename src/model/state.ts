import type { ManuscriptChapter } from '../source/manuscript.ts'
import type { BookMetadata } from '../source/metadata.ts'
import type { Collected } from './collect.ts'
import type { Names } from './name-targets.ts'
import type { Targets } from './targets.ts'

/** What is known of the book when one chapter is converted. */
export interface Known {
  readonly collected: Collected
  readonly names: Names
  readonly numbers: ReadonlyMap<string, string>
  readonly targets: Targets
  /** Titles of chapters by id, as references name them: short where there is a short one. */
  readonly titles: ReadonlyMap<string, string>
  readonly metadata: BookMetadata
}

/** What the handlers of a chapter's nodes share. Nothing in it changes but `called`. */
export interface State extends Known {
  readonly chapter: ManuscriptChapter
  /** BCP 47, of the chapter. */
  readonly language: string
  /** Address of each link label. */
  readonly linkTargets: ReadonlyMap<
    string,
    { readonly url: string; readonly title?: string | null }
  >
  /** Keys of notes called so far: a second call needs an anchor of its own. */
  readonly called: Set<string>
}
