// In: a Book that was checked, and the texts of its files. Out: the texts renumbered, or why not.
// Never: writes a file, guesses which note is meant, or changes what is printed.
import { diagnose } from '../diagnostic/diagnose.ts'
import { isError, type Diagnostic, type Warned } from '../diagnostic/diagnostic.ts'
import type { RuleId } from '../diagnostic/rules.ts'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import { contractEdits } from './contract-edits.ts'
import type { Edit, Edits } from './edit.ts'
import { firstNumber } from './first-number.ts'
import { isSameInPrint } from './in-print.ts'
import { labelEdits } from './label-edits.ts'
import { partLabels, referencesToParted, type Parted } from './part-labels.ts'
import { referenceEdits } from './reference-edits.ts'
import { originsAfter, renamesOf, type Origins } from './renames.ts'
import { hindrances } from './soundness.ts'
import { sortEdits } from './sort-texts.ts'
import { applyEdits, type SourceText } from './source-text.ts'
import { leftBehind } from './typed-references.ts'

/** A book as it stands with some texts. */
export interface Draft {
  readonly book: Book
  /** What the check finds in it. */
  readonly findings: readonly Diagnostic[]
  /** Texts of its chapters, by file as the user names it. */
  readonly sources: ReadonlyMap<string, SourceText>
}

/** Reads, numbers and checks a book with other texts. The texts came from sound ones by renaming, so it always can be read. */
export type Reread = (sources: ReadonlyMap<string, SourceText>, first?: number) => Draft

export interface RenumberSettings {
  /** The chapters whose labels are wanted in order; references to them follow in all. */
  readonly isWanted: (chapter: Chapter) => boolean
  /** First number of a lone chapter, where the command line says it. */
  readonly first?: number
  /** Sorts the texts of notes into the order of their calls. */
  readonly sort: boolean
}

/** The rules that renumbering mends. */
const mended: readonly RuleId[] = [
  'footnote-out-of-order',
  'footnote-gap',
  'footnote-number',
  'first-footnote',
  'last-footnote',
  'footnote-continuity',
]

/**
 * Gives numeric labels the numbers of their places. The value is undefined where that would be a
 * guess; the findings say what must be mended first. With a value they say what could not follow.
 */
export function renumber(
  given: Draft,
  settings: RenumberSettings,
  reread: Reread,
): Warned<Draft | undefined> {
  const refused = (diagnostics: readonly Diagnostic[]) => ({ value: undefined, diagnostics })

  // Numbers that stand twice since chapters were put together are parted before anything is counted.
  const parted = partAll(given.book, settings)
  const ambiguous = referencesToParted(given.book, parted)
  if (ambiguous.length > 0) return refused(ambiguous)
  const single = revise(given, editsOf(given.book, parted), reread, settings.first)

  const unsound = deciding(single.book, settings).flatMap((chapter) =>
    hindrances(chapter, single.book, single.findings),
  )
  if (unsound.length > 0) return refused(unsound)
  const { first = settings.first, refused: doubt } =
    settings.first === undefined ? firstNumber(single.book) : {}
  if (doubt !== undefined) return refused([doubt])

  // Numbers are the book's own (`model/number.ts`): here labels only follow them.
  const counted = first === undefined ? single : reread(single.sources, first)
  const { book } = counted
  const renames = renamesOf(book, settings.isWanted)
  const references = chaptersOf(book).map((chapter) => referenceEdits(chapter, book, renames))
  const lost = references.flatMap(({ diagnostics }) => diagnostics)
  if (lost.length > 0) return refused(lost)
  const edits = new Map(
    chaptersOf(book).map((chapter, index): [string, Edit[]] => [
      chapter.file,
      [
        ...labelEdits(chapter, renames.get(chapter.id) ?? new Map()),
        ...(settings.isWanted(chapter) ? contractEdits(chapter) : []),
        ...(references[index]?.value ?? []),
      ],
    ]),
  )
  const renumbered = revise(counted, edits, reread)
  if (!isSameInPrint(book, renumbered.book)) return refused([changesPrint(book)])

  const sorted = settings.sort ? sortAll(renumbered, settings, reread) : renumbered
  const origins: Origins = new Map([...parted].map(([id, each]) => [id, each.origins]))
  return {
    value: sorted,
    diagnostics: [
      ...leftBehind(sorted.book, originsAfter(origins, renames)),
      ...sorted.findings.filter((each) => isError(each) && mended.includes(each.rule)),
    ],
  }
}

/** Made only where there is something to edit: reading a book again takes longer than editing it. */
function revise(draft: Draft, edits: Edits, reread: Reread, first?: number): Draft {
  if ([...edits.values()].every((list) => list.length === 0)) return draft
  const sources = new Map(
    [...draft.sources].map(([file, source]) => [file, applyEdits(source, edits.get(file) ?? [])]),
  )
  return reread(sources, first)
}

function partAll(book: Book, { isWanted }: RenumberSettings): ReadonlyMap<string, Parted> {
  return new Map(
    chaptersOf(book)
      .filter(isWanted)
      .flatMap((chapter) => {
        const parted = partLabels(chapter)
        return parted === undefined ? [] : [[chapter.id, parted]]
      }),
  )
}

const editsOf = (book: Book, parted: ReadonlyMap<string, Parted>): Edits =>
  new Map(chaptersOf(book).map(({ id, file }) => [file, parted.get(id)?.edits ?? []]))

/** The chapters that are wanted, and those before them on whose count their numbers stand. */
function deciding(book: Book, { isWanted }: RenumberSettings): readonly Chapter[] {
  const chapters: Chapter[] = []
  let open: Chapter[] = []
  for (const part of book.parts) {
    // What is kept elsewhere promises its last number, whatever stands before it.
    if (part.type === 'elsewhere') open = []
    else {
      if (book.metadata.footnotes.numbering === 'per-chapter') open = []
      open.push(part)
      if (!isWanted(part)) continue
      chapters.push(...open)
      open = []
    }
  }
  return chapters
}

/** Sorting that would change a word or a number in print is left out. */
function sortAll(draft: Draft, { isWanted }: RenumberSettings, reread: Reread): Draft {
  const edits = new Map(
    chaptersOf(draft.book).map((chapter) => [
      chapter.file,
      isWanted(chapter) ? sortEdits(chapter) : [],
    ]),
  )
  const sorted = revise(draft, edits, reread)
  return isSameInPrint(draft.book, sorted.book) ? sorted : draft
}

const changesPrint = (book: Book): Diagnostic =>
  diagnose('renumber-refused', {
    ...(book.file === undefined ? {} : { file: book.file }),
    message: 'with other labels the book would print another text',
    help: 'run `imprimatur check`, and mend what it finds first',
  })
