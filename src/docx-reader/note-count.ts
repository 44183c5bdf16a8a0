import { firstOf, valueOf, type XmlElement } from './xml.ts'

/** `w:footnotePr` of a section or of the whole document (ECMA-376 part 1, 17.11.11, 17.11.12). Absence of a field leaves it to the document's, then to the standard's. */
export interface NoteProperties {
  readonly start?: number
  readonly restart?: 'continuous' | 'eachSect' | 'eachPage'
}

/** A call as it was met: its section, counted from 0, and what is written in place of a number that Word counts. */
export interface Call {
  readonly section: number
  readonly custom?: string
}

const restarts = ['continuous', 'eachSect', 'eachPage'] as const

/** Reads `w:footnotePr` out of a `w:sectPr` or of `w:settings`. */
export function noteProperties(owner: XmlElement | undefined): NoteProperties {
  const properties = firstOf(owner, 'w:footnotePr')
  const start = Number(valueOf(properties, 'w:numStart'))
  const restart = restarts.find((each) => each === valueOf(properties, 'w:numRestart'))
  return {
    ...(Number.isInteger(start) && start > 0 && { start }),
    ...(restart !== undefined && { restart }),
  }
}

/**
 * Numbers of the calls as Word prints them. Counting starts at the first section's start and goes on
 * through sections that are continuous; one that is `eachSect` starts at its own. Calls with a mark of
 * their own are not counted. Pages are not known here: `eachPage` is read as `eachSect`.
 */
export function numberCalls(
  calls: readonly Call[],
  sections: readonly NoteProperties[],
  document: NoteProperties,
): readonly string[] {
  let section = -1
  let next = 1
  return calls.map((call) => {
    if (call.section !== section) {
      const own = { ...document, ...sections[call.section] }
      const begins = section === -1 || (own.restart ?? 'continuous') !== 'continuous'
      if (begins) next = own.start ?? 1
      section = call.section
    }
    if (call.custom !== undefined) return call.custom
    next += 1
    return String(next - 1)
  })
}
