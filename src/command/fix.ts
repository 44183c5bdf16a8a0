import { dirname } from 'node:path'
import { compareDiagnostics, type Diagnostic, type Position } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { nearest } from '../diagnostic/nearest.ts'
import { lineStartsOf, pointAt } from '../diagnostic/place.ts'
import { isRuleId, rules } from '../diagnostic/rules.ts'
import { readAndCheck, type Outside } from '../read-and-check.ts'
import { mend, type Mended } from '../rewrite/mend.ts'
import { exitCodeOf, formatFindings, printingTo } from './report.ts'
import {
  diffOf,
  draftWith,
  isFolder,
  isSameFile,
  readSources,
  writeSources,
  type Sources,
} from './sources.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { completeRewriting } from './write-together.ts'

export interface FixOptions {
  /** Ids of rules whose fixes alone are wanted; absence means all. */
  readonly rules?: readonly string[]
  readonly dryRun: boolean
  readonly info: boolean
  readonly quiet: boolean
  readonly format: 'pretty' | 'line'
}

interface Work {
  readonly root: string
  readonly before: Sources
  readonly mended: Mended
  /** Of reading and checking in the end, and of fixes that were left out. */
  readonly left: readonly Diagnostic[]
}

/** `imprimatur fix`: the fixes that findings carry, shown as a difference; what is left is for a person. */
export function runFix(
  paths: readonly string[],
  options: FixOptions,
  outside: Outside,
  terminal: Terminal,
): ExitCode {
  const unknown = options.rules?.find((id) => !isRuleId(id))
  if (unknown !== undefined) return ended([noRule(unknown)])
  const works: Work[] = []
  for (const path of paths) {
    const root = isFolder(path) ? path : dirname(path)
    if (isFolder(root)) completeRewriting(root)
    const work = mendOne(path, root, options, outside)
    if ('stops' in work) return ended(work.stops)
    works.push(work)
  }
  const twice = namedTwice(works)
  if (twice !== undefined) return ended([twice])

  terminal.out(works.map(({ before, mended }) => diffOf(before, mended.sources)).join(''))
  if (!options.dryRun) {
    const failed = writeSources(
      works.map(({ root, before, mended }) => ({ root, before, after: mended.sources })),
    )
    if (failed !== undefined) return ended([failed])
  }
  const isWanted = ({ rule }: Diagnostic): boolean =>
    options.rules === undefined || rule === 'fix-left-out' || options.rules.includes(rule)
  // Nothing was written: what is left is told where it stands in the files as they are.
  const all = works.flatMap((work) => (options.dryRun ? asBefore(work) : work.left))
  const left = all.filter(isWanted)
  const texts = new Map(
    works.flatMap(({ before, mended }) =>
      [...(options.dryRun ? before : mended.sources)].map(
        ([file, { text }]) => [file, text] as const,
      ),
    ),
  )
  terminal.err(formatFindings(left, options.format, texts, printingTo(terminal, 'err', options)))
  if (!options.quiet) {
    const applied = works.reduce((count, { mended }) => count + mended.applied.length, 0)
    const counts = ({ severity, rule }: Diagnostic): boolean =>
      severity !== 'info' && rule !== 'fix-left-out'
    const rest = left.filter(counts).length
    const others = all.filter(counts).length - rest
    terminal.err(
      `${applied} ${options.dryRun ? 'would be ' : ''}mended, ${rest} left for you${others === 0 ? '' : `, and ${others} of other rules`}\n`,
    )
  }
  return exitCodeOf(all)

  function ended(found: readonly Diagnostic[]): ExitCode {
    terminal.err(
      formatFindings(found, options.format, new Map(), printingTo(terminal, 'err', options)),
    )
    return exitCodeOf(found) || 2
  }
}

function mendOne(
  path: string,
  root: string,
  { rules: wanted }: FixOptions,
  outside: Outside,
): Work | { readonly stops: readonly Diagnostic[] } {
  const read = readAndCheck({ path }, outside)
  const checked = read.value
  if (checked === undefined || exitCodeOf(read.diagnostics) === 2)
    return { stops: read.diagnostics }
  const sources = readSources(checked.book)
  if (sources.value === undefined) return { stops: sources.diagnostics }
  const before = sources.value
  const { value, diagnostics } = mend(
    { findings: read.diagnostics, sources: before },
    ({ rule }) => wanted === undefined || wanted.includes(rule),
    (texts) => draftWith(checked, texts),
  )
  const left = [...value.findings, ...diagnostics].sort(compareDiagnostics)
  return { root, before, mended: value, left }
}

/** What would be left, by its places in the texts before they are mended. */
function asBefore({ before, mended, left }: Work): Diagnostic[] {
  const back = (file: string | undefined, position: Position): Position => {
    const text = file === undefined ? undefined : before.get(file)?.text
    if (file === undefined || text === undefined) return position
    const starts = lineStartsOf(text)
    const at = ({ offset }: Position['start']) => pointAt(starts, mended.placeBefore(file, offset))
    return { start: at(position.start), end: at(position.end) }
  }
  return left.map(({ position, related, ...finding }) => ({
    ...finding,
    ...(position === undefined ? {} : { position: back(finding.file, position) }),
    ...(related === undefined
      ? {}
      : {
          related: related.map((each) => ({ ...each, position: back(each.file, each.position) })),
        }),
  }))
}

/** A chapter and its book, or one file under two names: two differences of one file cannot both be written. */
function namedTwice(works: readonly Work[]): Diagnostic | undefined {
  const files = works.map(({ before }) => [...before.keys()])
  for (const [index, own] of files.entries())
    for (const file of own)
      if (files.slice(0, index).some((others) => others.some((other) => isSameFile(file, other))))
        return diagnose('wrong-usage', {
          message: `\`${file}\` is named twice, by itself or with its book`,
          help: 'name each book and chapter once',
        })
  return undefined
}

function noRule(id: string): Diagnostic {
  const like = nearest(id, Object.keys(rules))
  return diagnose('wrong-usage', {
    message: `there is no rule \`${id}\``,
    help: like === undefined ? 'docs/rules.md lists them all' : `did you mean \`${like}\`?`,
  })
}
