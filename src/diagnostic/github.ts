import type { Diagnostic } from './diagnostic.ts'
import { nameFrom, type Folders } from './file-name.ts'
import { formatLine } from './line.ts'
import type { Severity } from './rules.ts'
import { spoken } from './spoken.ts'
import { severities, tallyOf } from './selection.ts'
import { visible } from './visible.ts'

/** GitHub shows this many annotations of a kind in a step, the first ones, and drops the others without a word. */
const mostAnnotations = 10

const kinds: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * Findings as annotations beside the lines of a pull request, by the workflow commands of GitHub
 * Actions, errors first. What is over GitHub's limit follows as plain lines, `max` of them, 0 meaning
 * all.
 */
export function formatGithub(found: readonly Diagnostic[], folders: Folders, max: number): string {
  const byGravity = severities.map((severity) => found.filter((each) => each.severity === severity))
  const annotated = byGravity.flatMap((each) => each.slice(0, mostAnnotations))
  const over = byGravity.flatMap((each) => each.slice(mostAnnotations))
  const listed = max === 0 ? over : over.slice(0, max)
  const unlisted = over.slice(listed.length)
  return [
    ...annotated.map((finding) => command(finding, folders)),
    ...(over.length === 0
      ? []
      : [`GitHub shows ${mostAnnotations} annotations of a kind; the others: ${tallyOf(over)}`]),
    ...listed.map(plainLine),
    ...(unlisted.length === 0 ? [] : [`… and ${unlisted.length} more: ${tallyOf(unlisted)}`]),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function command(finding: Diagnostic, folders: Folders): string {
  const { severity, rule, file, position } = finding
  const properties = {
    ...(file === undefined ? {} : { file: nameFrom(folders, file) }),
    ...(file === undefined || position === undefined ? {} : placeOf(position)),
    title: rule,
  }
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  )
  const text = visible(spoken(finding))
  return `::${kinds[severity]} ${listed.join(',')}::${escapeData(text)}`
}

/** Columns are refused where a place runs over several lines. */
function placeOf({ start, end }: NonNullable<Diagnostic['position']>): Record<string, number> {
  const lines = { line: start.line, endLine: end.line }
  return start.line === end.line ? { ...lines, col: start.column, endColumn: end.column } : lines
}

/** As GitHub's toolkit does it (`escapeData`, `escapeProperty` in `command.ts`). */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A line that cannot be taken for a command, whatever the manuscript says: those begin with `::`, or hold `##[`. */
const plainLine = (finding: Diagnostic): string =>
  `- ${formatLine(finding).replaceAll('##[', '## [')}`
