import type { Revision } from '../docx-reader/revisions/revised.ts'

/** Which tracked changes are wanted; absence of a field wants any. */
export interface Choice {
  /** Names of authors, as the file has them, without regard to case. */
  readonly authors?: readonly string[]
  /** ISO dates: the day itself, or the first day. */
  readonly date?: string
  readonly since?: string
  /** Numbers of the change list, as `w:id` has them. */
  readonly ids?: readonly string[]
  /** True where those that are named are left out, and all others wanted. */
  readonly isRejection?: boolean
}

/** Tells whether a tracked change is carried over. */
export type Decide = (revision: Revision) => boolean

export function decideBy(choice: Choice): Decide {
  const { authors, date, since, ids, isRejection = false } = choice
  const wanted = authors?.map((each) => each.toLowerCase())
  return ({ author = '', date: when = '', id }) => {
    const isNamed =
      (wanted === undefined || wanted.includes(author.toLowerCase())) &&
      (date === undefined || when.startsWith(date)) &&
      (since === undefined || when.slice(0, 10) >= since) &&
      (ids === undefined || ids.includes(id))
    return isNamed !== isRejection
  }
}
