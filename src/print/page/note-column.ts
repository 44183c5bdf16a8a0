import type { Breakable, BreakableNote } from './break-pages.ts'

/** The notes of a chapter as one column of slugs, in the order of their calls. Indices count its slugs. */
export interface NoteColumn {
  /** `called[i]`: slugs of all notes that are called by the text's slugs before i. */
  readonly called: Int32Array
  /** `lastStart[i]`: first slug of the last note called before slug i of the text; -1 for none. */
  readonly lastStart: Int32Array
  /** `top[k]`: height of all slugs before k. */
  readonly top: Float64Array
  /** `isStart[k]`: 1 where a note begins with slug k. */
  readonly isStart: Uint8Array
  /** `first[k]`: first slug of the note of which slug k is one. */
  readonly first: Int32Array
  /** `end[k]`: the slug after the last of that note. */
  readonly end: Int32Array
  /** Which note, and which of its slugs, stands at an index. */
  readonly slugs: readonly { readonly note: number; readonly slug: number }[]
}

/**
 * Puts the notes in one column. A note that no slug of the text calls is called with the last one
 * of the text, so that none is lost; a second call of the same note counts for nothing.
 */
export function toNoteColumn(
  text: readonly Breakable[],
  notes: readonly BreakableNote[],
): NoteColumn {
  const indexOf = new Map(notes.map((note, index) => [note.anchor, index]))
  const called = new Int32Array(text.length + 1)
  const lastStart = new Int32Array(text.length + 1).fill(-1)
  const slugs: { note: number; slug: number }[] = []
  const top: number[] = [0]
  const isStart: number[] = []
  const first: number[] = []
  const end: number[] = []
  let last = -1
  const call = (index: number): void => {
    const note = notes[index]
    if (note === undefined || !indexOf.delete(note.anchor)) return
    last = slugs.length
    note.slugs.forEach((slug, n) => {
      slugs.push({ note: index, slug: n })
      isStart.push(n === 0 ? 1 : 0)
      first.push(last)
      end.push(last + note.slugs.length)
      top.push((top.at(-1) ?? 0) + slug.height)
    })
  }
  text.forEach((slug, i) => {
    for (const anchor of slug.calls) call(indexOf.get(anchor) ?? -1)
    if (i === text.length - 1) for (const index of [...indexOf.values()]) call(index)
    called[i + 1] = slugs.length
    lastStart[i + 1] = last
  })
  return {
    called,
    lastStart,
    top: Float64Array.from(top),
    isStart: Uint8Array.from(isStart),
    first: Int32Array.from(first),
    end: Int32Array.from(end),
    slugs,
  }
}
