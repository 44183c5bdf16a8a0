import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { positionAt } from '../diagnostic/place.ts'
import { limits } from '../docx-reader/container/limits.ts'
import { readRevisions } from '../docx-reader/revisions/read-revisions.ts'
import { identify } from '../origin/origin-of.ts'
import type { Origin } from '../origin/origin.ts'
import { readAndCheck, withoutBookFile, type Checked, type Outside } from '../read-and-check.ts'
import { decideBy, type Choice } from '../review/decide.ts'
import { merge, type Contribution } from '../review/merge.ts'
import { readOrigin } from '../review/read-origin.ts'
import { misprints } from '../review/verify.ts'
import { review, type Reviewed } from '../review/review.ts'
import { applyEdits, type SourceText } from '../rewrite/source-text.ts'
import { replace } from '../rewrite/edit.ts'
import { readFileBounded } from '../source/files.ts'
import { punctuate } from '../template/punctuation.ts'
import { chaptersOf } from '../model/book.ts'
import { printReview, type Printed } from './print-review.ts'
import { exitCodeOf, formatFindings, printingTo } from './report.ts'
import { diffOf, draftWith, isFolder, readSources, writeSources, type Sources } from './sources.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { completeRewriting } from './write-together.ts'

export interface ReviewOptions {
  /** The manuscript. */
  readonly book: string
  /** Writes the Markdown; else the difference is shown. */
  readonly apply: boolean
  readonly choice: Choice
  readonly quiet: boolean
  readonly format: 'pretty' | 'line' | 'json'
}

/** `imprimatur review`: what editors did in Word files, as a list and as a patch of the Markdown. */
export function runReview(
  files: readonly string[],
  options: ReviewOptions,
  outside: Outside,
  terminal: Terminal,
): ExitCode {
  const path = withoutBookFile(options.book)
  if (isFolder(path)) completeRewriting(path)
  const read = readAndCheck({ path }, outside, 'making')
  const checked = read.value
  if (checked === undefined || exitCodeOf(read.diagnostics) === 2) return ended(read.diagnostics)
  const sources = readSources(checked.book)
  if (sources.value === undefined) return ended(sources.diagnostics)
  const before = sources.value

  const found: Diagnostic[] = []
  const printed: Printed[] = []
  const contributions: Contribution[] = []
  const taken = new Set(
    chaptersOf(checked.book).flatMap(({ written }) => written.definitions.map(({ key }) => key)),
  )
  for (const file of files) {
    const came = readBack(file, checked, options.choice, taken)
    found.push(...came.diagnostics)
    if (came.value === undefined) continue
    const { reviewed, origin } = came.value
    for (const label of reviewed.newLabels) taken.add(label)
    const texts = new Map(origin.chapters.map(({ id, text }) => [id, text]))
    printed.push({ file, reviewed, texts })
    contributions.push({ file, edits: reviewed.edits, texts })
    found.push(...toldOf(reviewed, checked, before))
  }
  if (exitCodeOf(found) === 2) return ended(found)

  const chapters = new Map(
    chaptersOf(checked.book).map(({ id, file }) => [
      id,
      { file, text: before.get(file)?.text ?? '' },
    ]),
  )
  const merged = merge(contributions, chapters)
  found.push(...merged.diagnostics)
  const after = new Map<string, SourceText>(before)
  for (const [file, edits] of merged.value) {
    const source = before.get(file)
    if (source === undefined) continue
    after.set(
      file,
      applyEdits(
        source,
        edits.map(({ start, end, text }) => replace(start, end, text)),
      ),
    )
  }
  const draft = draftWith(checked, after)
  const findings = draft?.findings ?? []
  const diff = diffOf(before, after)
  const isSound = draft !== undefined
  if (!isSound)
    found.push(
      diagnose('edit-conflict', {
        message:
          'the manuscript could not be read any more with these changes; nothing was written',
        help: 'take the changes in by parts: `--author`, `--since` or `--id`',
      }),
    )
  found.push(
    ...misprintsOf(
      contributions,
      printed,
      checked,
      draft?.checked,
      before,
      merged.diagnostics.length > 0,
    ),
  )
  const isWritten = options.apply && isSound && diff !== ''
  if (isWritten) {
    const failed = writeSources([{ root: checked.manuscript.root, before, after }])
    if (failed !== undefined) return ended([failed])
  }
  const all = [...found, ...findings]
  terminal.out(printReview(printed, { format: options.format, diff, isWritten, findings: all }))
  if (options.format !== 'json') {
    say(all, after)
    if (!options.quiet) terminal.err(`${summary(diff, isWritten, printed)}\n`)
  }
  return exitCodeOf(all)

  function ended(diagnostics: readonly Diagnostic[]): ExitCode {
    if (options.format === 'json')
      terminal.out(
        printReview([], { format: 'json', diff: '', isWritten: false, findings: diagnostics }),
      )
    else say(diagnostics, new Map())
    return exitCodeOf(diagnostics) || 2
  }

  function say(diagnostics: readonly Diagnostic[], texts: Sources): void {
    const shown = new Map([...texts].map(([file, { text }]) => [file, text]))
    const format = options.format === 'json' ? 'line' : options.format
    terminal.err(
      formatFindings(diagnostics, format, shown, printingTo(terminal, 'err', { info: false })),
    )
  }
}

const summary = (diff: string, isWritten: boolean, printed: readonly Printed[]): string => {
  const count = printed.reduce((sum, { reviewed }) => sum + reviewed.changes.length, 0)
  const added = printed.flatMap(({ reviewed }) => reviewed.newLabels)
  if (diff === '') return count === 0 ? 'nothing was changed' : 'nothing to carry over'
  const hint =
    added.length === 0
      ? ''
      : `; new notes: ${added.map((label) => `[^${label}]`).join(', ')}. Where labels are numbers, \`imprimatur renumber\` gives them theirs`
  return isWritten
    ? `the manuscript was changed${hint}`
    : `nothing was written; \`--apply\` does${hint}`
}

interface CameBack {
  readonly reviewed: Reviewed
  readonly origin: Origin
}

/** Reads one file and holds it against what it was made from; where it has lost that, against the manuscript of today. */
function readBack(
  file: string,
  checked: Checked,
  choice: Choice,
  taken: ReadonlySet<string>,
): { readonly value: CameBack | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const bytes = readFileBounded(file, file, limits.bytes)
  if (bytes.value === undefined) return { value: undefined, diagnostics: bytes.diagnostics }
  const read = readRevisions(bytes.value, file)
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics }
  const document = read.value
  const carried = document.origin === undefined ? undefined : readOrigin(document.origin)
  const origin = carried ?? originOfToday(checked)
  const ids = new Set(chaptersOf(checked.book).map(({ id }) => id))
  const isOwn = origin?.chapters.some(({ id }) => ids.has(id)) ?? false
  if (origin === undefined || !isOwn)
    return {
      value: undefined,
      diagnostics: [
        diagnose('foreign-word-file', {
          file,
          message: `the file was made from another manuscript: ${origin?.chapters.map(({ id }) => `\`${id}\``).join(', ') ?? 'none that is known'}`,
        }),
      ],
    }
  const foreign = document.foreign.map((what) =>
    diagnose('edit-left-out', {
      file,
      message: `the file holds ${what}, which is not read`,
      help: 'nothing was fetched; take what it shows over by hand where it matters',
    }),
  )
  const lost =
    carried === undefined
      ? [
          diagnose('edit-left-out', {
            file,
            message:
              'the file has lost what it was made from; it is held against the manuscript of today',
            note: 'what was changed in the manuscript since it was sent out cannot be told from what the editor changed',
            help: 'read the difference before it is applied',
          }),
        ]
      : []
  return {
    value: { reviewed: review(document, origin, decideBy(choice), taken), origin },
    diagnostics: [...foreign, ...lost],
  }
}

function originOfToday({ book, template }: Checked): Origin | undefined {
  return template === undefined ? undefined : identify(punctuate(book, template), template).origin
}

/**
 * Reads the outcome again and holds it against the file, where there is one file, of the manuscript as
 * it is today: of a merge nobody knows what it should print.
 */
function misprintsOf(
  [only, ...others]: readonly Contribution[],
  [came]: readonly Printed[],
  { book, template }: Checked,
  after: Checked | undefined,
  sources: Sources,
  hasConflicts: boolean,
): readonly Diagnostic[] {
  const files = new Map(chaptersOf(book).map(({ id, file }) => [id, file]))
  const isOfToday = [...(only?.texts ?? [])].every(
    ([id, text]) => sources.get(files.get(id) ?? '')?.text === text,
  )
  if (came === undefined || others.length > 0 || hasConflicts || !isOfToday) return []
  if (after === undefined || template === undefined) return []
  const { origin } = identify(punctuate(after.book, template), template)
  return misprints(came.reviewed.paragraphs, origin).map(({ text, near }) => {
    const file = files.get(near?.chapter ?? '')
    const source = sources.get(file ?? '')?.text
    const at = near?.outer.start ?? 0
    return diagnose('edit-left-out', {
      ...(file !== undefined &&
        source !== undefined && { file, position: positionAt(source, at, at) }),
      message: `the Markdown does not print \`${text.slice(0, 80)}\` as the Word file has it`,
      help: 'look at the marks and escapes of this paragraph in the difference',
    })
  })
}

/** What could not be carried over, at its place in the manuscript of today. */
function toldOf(reviewed: Reviewed, { book }: Checked, sources: Sources): readonly Diagnostic[] {
  const placed = (chapter: string | undefined, offset: number): Partial<Diagnostic> => {
    const file = chaptersOf(book).find(({ id }) => id === chapter)?.file
    const text = file === undefined ? undefined : sources.get(file)?.text
    if (file === undefined || text === undefined) return {}
    const at = Math.min(offset, text.length)
    return { file, position: positionAt(text, at, at) }
  }
  return [
    ...reviewed.lost.map(({ text, near, why }) =>
      diagnose('edit-left-out', {
        ...placed(near?.chapter, near?.outer.start ?? 0),
        message: `\`${text.slice(0, 80)}\` was not carried over: ${why}`,
      }),
    ),
    ...reviewed.uncalled.map(({ number, chapter, offset }) =>
      diagnose('call-deleted-alone', {
        ...placed(chapter, offset),
        message: `the call of note ${number} was deleted, its text was not`,
      }),
    ),
  ]
}
