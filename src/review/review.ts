// In: a Word file that came back, and where what it prints stood in the Markdown.
// Out: what was changed, and the edits of that Markdown which say the same.
// Never: touches a file, or a byte that no editor touched.
import type { RevisedComment, RevisedDocument } from '../docx-reader/revisions/revised.ts'
import type { Origin, OriginBlock } from '../origin/origin.ts'
import { align, joinMerged, type Region } from './align.ts'
import { baseAtoms } from './atoms.ts'
import type { Change } from './change.ts'
import { changesOf } from './changes-of.ts'
import type { Decide } from './decide.ts'
import { joinReferences } from './edited-atoms.ts'
import { labelsOf } from './new-notes.ts'
import { noteNames } from './note-names.ts'
import { noteEdits } from './note-edits.ts'
import { paragraphsBefore, withoutNumber } from './paragraphs.ts'
import { joinEdits, type BaseEdit } from './part-edits.ts'
import { regionEdits, type RegionContext, type RegionEdits } from './region-edits.ts'
import { removals, wholeBlock, type Whole } from './removal.ts'
import { movesOf, weave, type FinalParagraph, type Woven } from './weave.ts'

export interface Reviewed {
  /** In order of the text, then of the notes. */
  readonly changes: readonly Change[]
  readonly comments: readonly (RevisedComment & PlaceInChapter)[]
  /** In offsets of the texts that the file was made from; in order, apart from each other. */
  readonly edits: readonly BaseEdit[]
  readonly lost: RegionEdits['lost']
  /** Notes whose call is gone while their text stands, by number. */
  readonly uncalled: readonly {
    readonly number: string
    readonly chapter: string
    readonly offset: number
  }[]
  /** Labels that new notes were given. */
  readonly newLabels: readonly string[]
  /** The text as it shall be, for holding the outcome against it: paragraphs in the order of the file. */
  readonly paragraphs: readonly FinalParagraph[]
}

interface PlaceInChapter {
  readonly chapter?: string
  readonly offset?: number
}

export function review(
  document: RevisedDocument,
  origin: Origin,
  decide: Decide,
  taken: ReadonlySet<string> = new Set(),
): Reviewed {
  const sources = new Map(origin.chapters.map(({ id, text }) => [id, text]))
  const sourceOf = ({ chapter }: Pick<OriginBlock, 'chapter'>): string => sources.get(chapter) ?? ''
  const names = noteNames(document, origin)
  const noteName = (id: string): string => names.get(id) ?? `new:${id}`
  const numbers = new Map(origin.notes.map(({ anchor, number }) => [anchor, number]))
  const numberOf = (anchor: string): string => numbers.get(anchor) ?? ''

  const story = (
    blocks: readonly OriginBlock[],
    paragraphs: RevisedDocument['body'],
  ): readonly Region[] => {
    const base = blocks.map((block) => ({ block, atoms: baseAtoms(block, sourceOf(block)) }))
    const regions = align(base, paragraphsBefore(paragraphs, noteName))
    return joinMerged(regions, decide).map((region) => {
      const atoms = region.base.flatMap((each) => each.atoms)
      const edited = region.edited.map((each) => ({
        ...each,
        atoms: joinReferences(each.atoms, atoms),
      }))
      return { base: region.base, edited }
    })
  }
  const bodyRegions = story(
    origin.blocks.filter(({ note }) => note === undefined),
    document.body,
  )
  const moves = movesOf(bodyRegions)
  const body = bodyRegions.map((region) => weave(region, decide, moves))
  const called = callsIn(body)

  const noteStories = document.notes.map((note) => {
    const anchor = names.get(note.id)
    const number = anchor === undefined ? undefined : numberOf(anchor)
    return { anchor, id: note.id, paragraphs: withoutNumber(note.paragraphs, number) }
  })
  const woven = new Map<string, readonly Woven[]>()
  for (const { anchor, paragraphs } of noteStories) {
    if (anchor === undefined || woven.has(anchor)) continue
    const blocks = origin.blocks.filter(({ note }) => note === anchor)
    woven.set(
      anchor,
      story(blocks, paragraphs).map((region) => weave(region, decide, moves)),
    )
  }
  const fresh = noteStories
    .filter(({ id }) => called.has(`new:${id}`))
    .map(({ id, paragraphs }) => {
      const before = paragraphsBefore(paragraphs, noteName)
      const [own] = weaveAll(before, decide)
      return { name: `new:${id}`, paragraphs: own?.paragraphs ?? [] }
    })
  const labels = labelsOf(fresh, origin, taken)
  const context: RegionContext = {
    sourceOf,
    callOf: (note) => {
      const known = origin.notes.find(({ anchor }) => anchor === note)
      if (known === undefined) return `[^${labels.get(note) ?? note}]`
      return known.inline
        ? sourceOf(known).slice(known.span.start, known.span.end)
        : `[^${known.label}]`
    },
  }

  const notes = noteEdits({ origin, called, woven, fresh, labels, body, context })
  const everything = [...body, ...notes.kept]
  const made = everything.map((each) => regionEdits(each, context))
  const gone = made.flatMap((each) => each.gone)
  const edits = [...made.flatMap((each) => each.edits), ...notes.edits]
  const wholes: readonly Whole[] = [
    ...gone.map((block) => wholeBlock(block, sourceOf(block))),
    ...notes.gone,
  ]
  const allWholes: readonly Whole[] = [
    ...origin.blocks
      .filter(({ note, role }) => note === undefined && !['caption', 'credit'].includes(role))
      .map((block) => wholeBlock(block, sourceOf(block))),
    ...origin.notes
      .filter(({ inline }) => !inline)
      .map(({ chapter, span }) => ({ chapter, ...span })),
    ...wholes,
  ]
  const removed = origin.chapters.flatMap(({ id, text }) =>
    removals(
      wholes.filter(({ chapter }) => chapter === id),
      unique(allWholes.filter(({ chapter }) => chapter === id)),
      text,
    ),
  )
  const all = [...edits, ...removed]
  return {
    changes: [...body, ...[...woven.values()].flat()]
      .flatMap((each) => changesOf(each, numberOf))
      .concat(notes.changes),
    comments: document.comments.map((comment) => ({ ...comment, ...placeOf(comment) })),
    edits: origin.chapters.flatMap(({ id }) =>
      joinEdits(all.filter(({ chapter }) => chapter === id)),
    ),
    lost: made.flatMap((each) => each.lost),
    uncalled: notes.uncalled,
    newLabels: [...labels.values()],
    paragraphs: [
      ...[...body, ...notes.called].flatMap((each) => each.paragraphs),
      ...fresh.flatMap(({ paragraphs }) => paragraphs),
    ],
  }

  function placeOf({ place }: RevisedComment): PlaceInChapter {
    if (place === undefined) return {}
    const list =
      place.note === undefined
        ? document.body
        : (document.notes.find(({ id }) => id === place.note)?.paragraphs ?? [])
    const known = list
      .slice(0, place.paragraph + 1)
      .flatMap((paragraph) => paragraph.names)
      .findLast((name) => origin.blocks.some(({ id }) => id === name))
    const block = origin.blocks.find(({ id }) => id === known)
    return block === undefined ? {} : { chapter: block.chapter, offset: block.outer.start }
  }
}

const unique = (wholes: readonly Whole[]): readonly Whole[] => {
  const seen = new Map(
    wholes.map((whole) => [`${String(whole.start)}-${String(whole.end)}`, whole]),
  )
  return [...seen.values()]
}

/** Names of the notes that the text calls in the end. */
const callsIn = (body: readonly Woven[]): ReadonlySet<string> =>
  new Set(
    body.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ atoms }) =>
        atoms.flatMap(({ type, note, base }) =>
          type === 'call' ? [base?.note ?? note ?? ''] : [],
        ),
      ),
    ),
  )

const weaveAll = (edited: ReturnType<typeof paragraphsBefore>, decide: Decide): readonly Woven[] =>
  edited.length === 0 ? [] : [weave({ base: [], edited }, decide, new Map())]
