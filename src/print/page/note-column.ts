import type { Breakable, BreakableNote, Frame } from './break-pages.ts'
import { shareNotes, SHARES, type Piece } from './share-notes.ts'

/** The notes of a chapter as one column of slugs, in the order in which they are set. Indices count its slugs. */
export interface NoteColumn {
  /** `called[i]`: slugs of all notes that are called by the text's slugs before i. */
  readonly called: Int32Array
  /** `lastStart[i]`: the slug before slug i of the text that a page must set to have begun every note that it calls; -1 for none. */
  readonly lastStart: Int32Array
  /** `top[k]`: height of all slugs before k. */
  readonly top: Float64Array
  /** `isStart[k]`: 1 where a note begins with slug k. */
  readonly isStart: Uint8Array
  /** `first[k]`: first slug of the note, or part of one, of which slug k is one. */
  readonly first: Int32Array
  /** `end[k]`: the slug after the last of that note or part. */
  readonly end: Int32Array
  /** `stop[k]`: a page that sets slug k ends before this one at the latest: what follows goes on with an earlier note of the same page. */
  readonly stop: Int32Array
  /** Which note, and which of its slugs, stands at an index. */
  readonly slugs: readonly { readonly note: number; readonly slug: number }[]
}

/**
 * Puts the notes in one column. A note that no slug of the text calls is called with the last one
 * of the text, so that none is lost; a second call of the same note counts for nothing. `share`: see
 * `share-notes.ts`.
 */
export function toNoteColumn(
  text: readonly Breakable[],
  notes: readonly BreakableNote[],
  frame: Frame,
  share: number = SHARES[0],
): NoteColumn {
  const indexOf = new Map(notes.map((note, index) => [note.anchor, index]))
  const called = new Int32Array(text.length + 1)
  const lastStart = new Int32Array(text.length + 1).fill(-1)
  const slugs: { note: number; slug: number }[] = []
  const top: number[] = [0]
  const isStart: number[] = []
  const first: number[] = []
  const end: number[] = []
  const stops: number[] = []
  let last = -1
  const put = ({ note: index, from, to }: Piece): void => {
    const begins = slugs.length
    if (from === 0) last = begins
    notes[index]?.slugs.slice(from, to).forEach((slug, n) => {
      slugs.push({ note: index, slug: from + n })
      isStart.push(from + n === 0 ? 1 : 0)
      first.push(begins)
      end.push(begins + to - from)
      top.push((top.at(-1) ?? 0) + slug.height)
    })
  }
  const whole = (note: number): Piece => ({ note, from: 0, to: notes[note]?.slugs.length ?? 0 })
  text.forEach((slug, i) => {
    const own = slug.calls.flatMap((anchor) => {
      const index = indexOf.get(anchor)
      return index !== undefined && indexOf.delete(anchor) ? [index] : []
    })
    const shared = shareNotes(slug.height, own, notes, frame, share)
    if (shared === undefined) own.map(whole).forEach(put)
    else {
      shared.begun.forEach(put)
      stops.push(slugs.length)
      // All of what is begun is on the page of the call.
      last = slugs.length - 1
      shared.rest.forEach(put)
    }
    if (i === text.length - 1) [...indexOf.values()].map(whole).forEach(put)
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
    stop: stopsAfter(slugs.length, stops),
    slugs,
  }
}

/** For each of `count` slugs the first of the stops after it; `count` where there is none. */
function stopsAfter(count: number, stops: readonly number[]): Int32Array {
  const after = new Int32Array(count)
  let from = 0
  for (const stop of [...stops, count]) {
    after.fill(stop, from, stop)
    from = stop
  }
  return after
}
