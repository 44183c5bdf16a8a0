import { BookmarkEnd, BookmarkStart } from 'docx'
import type { PrintedKey } from '../origin/origin-of.ts'
import type { State, WordInline } from './state.ts'

/** `children` between `w:bookmarkStart` and `w:bookmarkEnd`, under the name of `anchor`. */
export function bookmarked(
  state: State,
  anchor: string,
  children: readonly WordInline[],
): readonly WordInline[] {
  const id = state.nextBookmark
  state.nextBookmark += 1
  return [new BookmarkStart(state.bookmarks.of(anchor), id), ...children, new BookmarkEnd(id)]
}

/** `children` of a paragraph between the marks of its hidden identity; as they are in a file that nobody shall send back. */
export function identified(
  state: State,
  key: PrintedKey,
  children: readonly WordInline[],
): readonly WordInline[] {
  const name = state.identityOf(key)
  if (name === undefined) return children
  const id = state.nextBookmark
  state.nextBookmark += 1
  return [new BookmarkStart(name, id), ...children, new BookmarkEnd(id)]
}

/** Anchor of the bookmark around a caption's number alone, beside that around "Figure 1". */
export const numberOf = (anchor: string): string => `${anchor}-number`
