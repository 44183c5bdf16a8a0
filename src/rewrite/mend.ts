// In: a book that was checked, and the texts of its files. Out: the texts with the fixes of its findings.
// Never: writes a file, invents a fix, or keeps one that brings in an error.
import { diagnose } from '../diagnostic/diagnose.ts'
import {
  compareDiagnostics,
  isError,
  type Diagnostic,
  type Fix,
  type Warned,
} from '../diagnostic/diagnostic.ts'
import { overlap, replace } from './edit.ts'
import { applyEdits, type SourceText } from './source-text.ts'

/** Texts of a book's files with what the check finds in them. */
export interface Checkup {
  readonly findings: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, SourceText>
}

/** Checks other texts; undefined where one of them cannot be read any more. */
export type Recheck = (sources: ReadonlyMap<string, SourceText>) => Checkup | undefined

export interface Mended extends Checkup {
  /** Findings whose fix was applied. */
  readonly applied: readonly Diagnostic[]
  /** Where an offset into a mended text lay before anything was mended. */
  readonly placeBefore: (file: string, offset: number) => number
}

/** A fix can uncover what it hid, and its fix the next; fixes that undo each other must end. */
const mostRounds = 10

/**
 * Applies the fixes that findings of `isWanted` carry, round by round until there is nothing more to
 * do. Of two that overlap the first is applied; the other comes again with the next round if it still
 * holds. A fix after which the check finds an error that was not there is left out, and a finding
 * says so; but one that uncovers what has a fix of its own is kept where all comes right in the end.
 */
export function mend(
  given: Checkup,
  isWanted: (finding: Diagnostic) => boolean,
  recheck: Recheck,
): Warned<Mended> {
  const isMendable = (finding: Diagnostic): boolean =>
    finding.fix !== undefined && given.sources.has(finding.file ?? '') && isWanted(finding)
  const hopeful = mendBy(given, isMendable, recheck, isMendable)
  const isWorse = newError(given.findings, hopeful.value.findings) !== undefined
  return isWorse ? mendBy(given, isMendable, recheck, () => false) : hopeful
}

/** `isBorne` tells of new errors which do not speak against a fix. */
function mendBy(
  given: Checkup,
  isMendable: (finding: Diagnostic) => boolean,
  recheck: Recheck,
  isBorne: (finding: Diagnostic) => boolean,
): Warned<Mended> {
  let now = given
  const applied: Diagnostic[] = []
  const steps: (readonly Diagnostic[])[] = []
  let leftOut: Diagnostic[] = []
  for (let round = 0; round < mostRounds; round++) {
    const before = applied.length
    // Tried again: what did harm may do none after another fix, and its place has moved.
    leftOut = []
    apply(apart(now.findings.filter(isMendable)))
    if (applied.length === before) break
  }
  const placeBefore = (file: string, offset: number): number =>
    steps.reduceRight((place, step) => unmended(place, fixesOf(step, file)), offset)
  return { value: { ...now, applied, placeBefore }, diagnostics: leftOut }

  /** All at once where that does no harm, else in halves, down to the one that does. Later ones first, so that places stay. */
  function apply(findings: readonly Diagnostic[]): void {
    if (findings.length === 0) return
    const next = recheck(withFixes(now.sources, findings))
    const after = next?.findings.filter((finding) => !isBorne(finding))
    const harm = after && newError(now.findings, after)
    if (next !== undefined && harm === undefined) {
      now = next
      applied.push(...findings)
      steps.push(findings)
      return
    }
    const [only] = findings
    if (findings.length > 1) {
      const half = findings.length >> 1
      apply(findings.slice(half))
      apply(findings.slice(0, half))
    } else if (only !== undefined) leftOut.push(leaveOut(only, harm))
  }
}

/** In order of place, without those that overlap one before them. */
function apart(findings: readonly Diagnostic[]): Diagnostic[] {
  const taken = new Map<string, Fix[]>()
  return findings.toSorted(compareDiagnostics).filter(({ file = '', fix = [] }) => {
    const before = taken.get(file) ?? []
    if (fix.some((each) => before.some((other) => overlap(each, other)))) return false
    taken.set(file, [...before, ...fix])
    return true
  })
}

function withFixes(
  sources: Checkup['sources'],
  findings: readonly Diagnostic[],
): ReadonlyMap<string, SourceText> {
  const changed = new Map(sources)
  for (const [file, source] of sources) {
    const fixes = fixesOf(findings, file)
    if (fixes.length === 0) continue
    const edits = fixes.map(({ start, end, text }) => replace(start, end, text))
    changed.set(file, applyEdits(source, edits))
  }
  return changed
}

const fixesOf = (findings: readonly Diagnostic[], file: string): readonly Fix[] =>
  findings.flatMap((each) => (each.file === file ? (each.fix ?? []) : []))

/** The offset before fixes that do not overlap; the first that a fix replaced, where it lies in what was put there. */
function unmended(offset: number, fixes: readonly Fix[]): number {
  let shift = 0
  for (const { start, end, text } of fixes.toSorted((a, b) => a.start - b.start)) {
    if (offset < start + shift) break
    if (offset < start + shift + text.length) return start
    shift += text.length - (end - start)
  }
  return offset - shift
}

/** An error of which there are more than before, or that says what none has said before. */
function newError(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): Diagnostic | undefined {
  const count = new Map<string, number>()
  for (const finding of before.filter(isError))
    count.set(saying(finding), (count.get(saying(finding)) ?? 0) + 1)
  return after.filter(isError).find((finding) => {
    const left = (count.get(saying(finding)) ?? 0) - 1
    count.set(saying(finding), left)
    return left < 0
  })
}

/** A finding without its place, which every fix before it moves. */
const saying = ({ file = '', rule, message }: Diagnostic): string =>
  [file, rule, message].join('\n')

const leaveOut = (finding: Diagnostic, harm: Diagnostic | undefined): Diagnostic =>
  diagnose('fix-left-out', {
    ...(finding.file === undefined ? {} : { file: finding.file }),
    ...(finding.position === undefined ? {} : { position: finding.position }),
    message:
      harm === undefined
        ? `the fix of \`${finding.rule}\` would leave a text that cannot be read`
        : `the fix of \`${finding.rule}\` would bring in \`${harm.rule}\`: ${harm.message}`,
    ...(finding.help === undefined ? {} : { help: finding.help }),
  })
