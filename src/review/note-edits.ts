import type { Origin, OriginNote } from '../origin/origin.ts'
import type { Change } from './change.ts'
import type { NewNote } from './new-notes.ts'
import type { BaseEdit } from './part-edits.ts'
import { written, type RegionContext } from './region-edits.ts'
import type { Whole } from './removal.ts'
import type { Reviewed } from './review.ts'
import type { Woven } from './weave.ts'

export interface NoteInput {
  readonly origin: Origin
  /** Notes that the text calls in the end. */
  readonly called: ReadonlySet<string>
  /** Texts of the notes that the file holds. */
  readonly woven: ReadonlyMap<string, readonly Woven[]>
  readonly fresh: readonly NewNote[]
  readonly labels: ReadonlyMap<string, string>
  readonly body: readonly Woven[]
  readonly context: RegionContext
}

export interface NoteEdits {
  readonly edits: readonly BaseEdit[]
  /** Notes that go with their call. */
  readonly gone: readonly Whole[]
  /** Texts of notes that stay; those of them that are called print. */
  readonly kept: readonly Woven[]
  readonly called: readonly Woven[]
  readonly changes: readonly Change[]
  readonly uncalled: Reviewed['uncalled']
}

/** What becomes of the notes: those whose call and text are gone go, new ones are written behind the note before them. */
export function noteEdits(input: NoteInput): NoteEdits {
  const { origin, called, woven } = input
  const gone: OriginNote[] = []
  const uncalled: OriginNote[] = []
  for (const note of origin.notes) {
    if (called.has(note.anchor)) continue
    if (hasText(woven.get(note.anchor))) uncalled.push(note)
    else gone.push(note)
  }
  const isGone = new Set(gone.map(({ anchor }) => anchor))
  const kept = [...woven].flatMap(([anchor, each]) => (isGone.has(anchor) ? [] : each))
  const added = input.fresh.map((note) => newNote(note, input))
  return {
    edits: added.map(({ edit }) => edit),
    gone: gone.filter(({ inline }) => !inline).map(({ chapter, span }) => ({ chapter, ...span })),
    kept,
    called: [...woven].flatMap(([anchor, each]) => (called.has(anchor) ? each : [])),
    changes: [
      ...gone.map((note): Change => ({
        type: 'note deleted',
        isRejected: false,
        before: input.context.sourceOf(note).slice(note.span.start, note.span.end),
        after: '',
        chapter: note.chapter,
        offset: note.span.start,
        note: note.number,
      })),
      ...added.map(({ edit, text }): Change => ({
        type: 'note added',
        isRejected: false,
        before: '',
        after: text,
        chapter: edit.chapter,
        offset: edit.start,
      })),
    ],
    uncalled: uncalled.map(({ number, chapter, span }) => ({
      number,
      chapter,
      offset: span.start,
    })),
  }
}

/** True where something of a note's text is left; a note that the file has no more has none. */
const hasText = (woven: readonly Woven[] | undefined): boolean =>
  woven?.some(({ paragraphs }) =>
    paragraphs.some(({ atoms }) => atoms.some(({ text }) => text.trim() !== '')),
  ) ?? false

function newNote(
  note: NewNote,
  { origin, labels, body, context }: NoteInput,
): { readonly edit: BaseEdit; readonly text: string } {
  const calls = body.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ atoms }) => atoms.filter(({ type }) => type === 'call')),
  )
  const place = calls.findIndex((atom) => atom.base === undefined && atom.note === note.name)
  const known = (name: string | undefined): OriginNote | undefined =>
    origin.notes.find(({ anchor, inline }) => anchor === name && !inline)
  const before = calls
    .slice(0, place)
    .map((call) => known(call.base?.note ?? call.note))
    .findLast((each) => each !== undefined)
  const after = calls
    .slice(place + 1)
    .map((call) => known(call.base?.note ?? call.note))
    .find((each) => each !== undefined)
  const home = chapterOf(body, note.name, origin)
  const neighbour = [before, after].find((each) => each?.chapter === home)
  const near = origin.blocks.find(({ chapter }) => chapter === home) ?? origin.blocks[0]
  const source = origin.chapters.find(({ id }) => id === home)?.text ?? ''
  const said =
    near === undefined
      ? []
      : note.paragraphs
          .map((each) => written(each, near, context, '    '))
          .filter((each) => each !== '')
  const text = `[^${labels.get(note.name) ?? ''}]: ${said.join('\n\n    ')}`
  if (neighbour === undefined) {
    const end = source.trimEnd().length
    return { edit: { chapter: home, start: end, end, text: `\n\n${text}` }, text }
  }
  const gap = gapAfter(neighbour, source)
  const { start, end } = neighbour.span
  return neighbour === before
    ? { edit: { chapter: home, start: end, end, text: gap + text }, text }
    : { edit: { chapter: home, start, end: start, text: text + gap }, text }
}

/** What parts the texts of notes here: a line end, or a blank line. */
function gapAfter({ span }: OriginNote, source: string): string {
  const after = /^[ \t]*(\n+)(?=\[\^)/u.exec(source.slice(span.end))?.[1]
  const before = /\]:[^\n]*(\n+)$/u.exec(source.slice(0, span.start))?.[1]
  return (after ?? before ?? '\n\n').length === 1 ? '\n' : '\n\n'
}

function chapterOf(body: readonly Woven[], name: string, origin: Origin): string {
  let chapter = origin.chapters[0]?.id ?? ''
  for (const { region, paragraphs } of body) {
    chapter = region.base[0]?.block.chapter ?? chapter
    if (
      paragraphs.some(({ atoms }) =>
        atoms.some((atom) => atom.base === undefined && atom.note === name),
      )
    )
      return chapter
  }
  return chapter
}
