import type { Passage } from './passage.ts'

/** What one reader made out in one edition. */
export interface Reading {
  /** Who read: "pandoc", or absence for this project's own readers. */
  readonly witness?: 'pandoc'
  /** In the order in which they stand. */
  readonly notes: readonly ReadNote[]
  /** In the order in which they stand. */
  readonly calls: readonly ReadCall[]
  /** The chapters from their titles on, without notes; a character `CALL` where a note is called. */
  readonly text: readonly Passage[]
  /** True where a table or figure may stand elsewhere than in the manuscript: at the head of the next page. */
  readonly floatsMove?: true
  /** What this reader alone can see: a link that leads nowhere, a field with a wrong value. */
  readonly faults: readonly Fault[]
}

export interface ReadNote {
  /** Absence means that this reader is not shown numbers (pandoc). */
  readonly number?: string
  /** Passages of the note without its number. */
  readonly text: readonly Passage[]
  readonly place: string
}

export interface ReadCall {
  /** Absence as for notes. */
  readonly number?: string
  readonly place: string
}

/** Something wrong with an edition, before it is known where the manuscript has it. */
export interface Fault {
  /** Lower case, no final stop. */
  readonly message: string
  readonly place: string
  /** Number, or anchor, of the note that it is about, by which the place in the manuscript is found. */
  readonly note?: string
}

/** Thrown by a reader that cannot open an edition at all. The message is for people. */
export class UnreadableEdition extends Error {
  override readonly name = 'UnreadableEdition'
}
