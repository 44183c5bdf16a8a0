import {
  breakPages,
  type Breakable,
  type BreakableNote,
  type Frame,
  type PageSpan,
} from './break-pages.ts'
import { toNoteColumn, type NoteColumn } from './note-column.ts'
import { SHARES } from './share-notes.ts'

/** A chapter on pages, and the column of its notes that the pages count in. */
export interface BrokenChapter {
  readonly spans: readonly PageSpan[]
  readonly column: NoteColumn
}

/**
 * Chooses the page ends of a chapter. Where notes share a page, how much of each stands on it depends
 * on the text over them: several measures are tried, and the one with the fewest faults, then the
 * fewest pages, is taken.
 */
export function breakChapter(
  text: readonly Breakable[],
  notes: readonly BreakableNote[],
  frame: Frame,
): BrokenChapter {
  const broken = (share: number): BrokenChapter => {
    const column = toNoteColumn(text, notes, frame, share)
    return { spans: breakPages(text, notes, frame, column), column }
  }
  const [first, ...others] = SHARES
  let best = broken(first)
  if (!hasShared(best.column)) return best
  for (const share of others) {
    if (faultsOf(best) === 0) break
    const other = broken(share)
    const fewer = faultsOf(other) - faultsOf(best) || other.spans.length - best.spans.length
    if (fewer < 0) best = other
  }
  return best
}

const hasShared = ({ stop, slugs }: NoteColumn): boolean =>
  slugs.length > 0 && stop[0] !== slugs.length

const faultsOf = ({ spans }: BrokenChapter): number => spans.filter(({ crowded }) => crowded).length
