import { compareDiagnostics, type Diagnostic, type Point } from './diagnostic.ts'
import type { Severity } from './rules.ts'

/** In order of printing, each once: two of the same rule, place and message are one finding. */
export function settled(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return found.toSorted(compareDiagnostics).filter(({ rule, file, position, message }) => {
    const key = JSON.stringify([file, rule, position?.start.offset, position?.end.offset, message])
    return !seen.has(key) && seen.add(key)
  })
}

/** A finding, and the others of its rule and message in the same file that it is printed for. */
export interface Group {
  readonly first: Diagnostic
  readonly others: readonly Diagnostic[]
}

/** A message that is said up to this many times in a file is framed each time. */
const mostRepeated = 3

/** Settled findings, repeated ones put together at the first of them. */
export function grouped(found: readonly Diagnostic[]): readonly Group[] {
  const alike = new Map<string, Diagnostic[]>()
  for (const finding of found) {
    const key = JSON.stringify([finding.file, finding.rule, finding.message])
    const known = alike.get(key)
    if (known === undefined) alike.set(key, [finding])
    else known.push(finding)
  }
  return [...alike.values()]
    .flatMap((same): Group[] => {
      const [first, ...others] = same
      if (first === undefined) return []
      return same.length > mostRepeated ? [{ first, others }] : same.map(alone)
    })
    .toSorted((a, b) => compareDiagnostics(a.first, b.first))
}

export const alone = (first: Diagnostic): Group => ({ first, others: [] })

export const placesOf = ({ others }: Group): readonly Point[] =>
  others.flatMap(({ position }) => (position === undefined ? [] : [position.start]))

/** From the gravest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

/**
 * At most `max` groups, 0 meaning all, and the findings that are left out. All are in order of place;
 * where some are left out the gravest are shown, and come first: no error hides behind warnings.
 */
export function capped(
  groups: readonly Group[],
  max: number,
): { readonly shown: readonly Group[]; readonly rest: readonly Diagnostic[] } {
  if (max === 0 || groups.length <= max) return { shown: groups, rest: [] }
  const byGravity = severities.flatMap((severity) =>
    groups.filter(({ first }) => first.severity === severity),
  )
  return {
    shown: byGravity.slice(0, max),
    rest: byGravity.slice(max).flatMap(({ first, others }) => [first, ...others]),
  }
}

const nouns: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'piece of advice',
}

/** "12 errors, 200 warnings": what there is of each severity, from the gravest. */
export function tallyOf(found: readonly Diagnostic[]): string {
  return severities
    .map((severity) => ({
      severity,
      count: found.filter((each) => each.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => {
      const noun = nouns[severity]
      return `${count} ${count === 1 ? noun : noun.replace(/^(\w+)/u, '$1s')}`
    })
    .join(', ')
}
