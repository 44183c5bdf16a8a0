/** What an editor did, for the list of changes. */
export interface Change {
  readonly type:
    | 'insertion'
    | 'deletion'
    | 'replacement'
    | 'move'
    | 'formatting'
    | 'split'
    | 'merge'
    | 'note added'
    | 'note deleted'
  /** Absence of all three means that it was not tracked. */
  readonly author?: string
  readonly date?: string
  readonly id?: string
  /** True where the choice leaves it out. */
  readonly isRejected: boolean
  /** Empty where nothing was there before, or is there now. */
  readonly before: string
  readonly after: string
  /** Id of the chapter, and a place in the text that the file was made from. */
  readonly chapter: string
  readonly offset: number
  /** Number of the note in which it is. */
  readonly note?: string
}
