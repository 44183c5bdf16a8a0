import { createHash } from 'node:crypto'
import type { Log, PhysicalLocation, Region, ReportingDescriptor, Result, Run } from 'sarif'
import type { Diagnostic, Position } from './diagnostic.ts'
import { uriFrom, type Folders } from './file-name.ts'
import { linesBy, pointAt, type Lines } from './place.ts'
import { spoken } from './spoken.ts'
import { rules, type Rule, type RuleId } from './rules.ts'

export interface SarifOptions {
  readonly tool: {
    readonly name: string
    readonly version: string
    readonly informationUri?: string
  }
  readonly folders: Folders
  /** False where something could not be read, parsed or bounded. */
  readonly successful: boolean
  /** Text of a file with `\n` line ends and no byte order mark; undefined where it cannot be read. */
  readonly textOf: (file: string) => string | undefined
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * Findings as a SARIF log (OASIS, _Static Analysis Results Interchange Format_ 2.1.0). Only the rules
 * that found something are described. A finding about no file is a notification of the run (3.20.21):
 * code scanning refuses a log with a result that has no place.
 */
export function toSarif(found: readonly Diagnostic[], options: SarifOptions): Log {
  const { tool, folders, successful, textOf } = options
  const used = (Object.keys(rules) as RuleId[]).filter((id) =>
    found.some(({ rule }) => rule === id),
  )
  const lines = linesBy(textOf)
  const fingerprint = fingerprints(lines)
  const results = found.flatMap((finding): Result[] => {
    const { file } = finding
    if (file === undefined) return []
    return [
      {
        ...said(finding, used),
        locations: [{ physicalLocation: placeOf(file, finding.position, folders) }],
        partialFingerprints: { 'ruleAndLine/v1': fingerprint(finding, file) },
        ...relatedOf(finding, folders),
        ...fixesOf(finding, file, folders, lines),
      },
    ]
  })
  const run: Run = {
    tool: { driver: { ...tool, rules: used.map(describe) } },
    invocations: [
      {
        executionSuccessful: successful,
        toolExecutionNotifications: found
          .filter(({ file }) => file === undefined)
          .map((finding) => {
            const { level, message, ruleId, ruleIndex } = said(finding, used)
            return { level, message, associatedRule: { id: ruleId, index: ruleIndex } }
          }),
      },
    ],
    columnKind: 'utf16CodeUnits',
    // A lone carriage return ends a line here (3.14.19 leaves it out by default).
    newlineSequences: ['\r\n', '\n', '\r'],
    results,
  }
  return {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  }
}

function describe(id: RuleId): ReportingDescriptor {
  const { severity, says, why, mend }: Rule = rules[id]
  return {
    id,
    shortDescription: { text: says },
    fullDescription: { text: `${sentence(why)}.` },
    help: { text: `${sentence(mend ?? why)}.` },
    defaultConfiguration: { level: levels[severity] },
  }
}

const sentence = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())

interface Said extends Required<Pick<Result, 'ruleIndex' | 'level' | 'message'>> {
  readonly ruleId: string
}

function said(finding: Diagnostic, used: readonly RuleId[]): Said {
  const { rule, severity } = finding
  return {
    ruleId: rule,
    ruleIndex: used.indexOf(rule),
    level: levels[severity],
    message: { text: spoken(finding) },
  }
}

function placeOf(file: string, position: Position | undefined, folders: Folders): PhysicalLocation {
  return {
    artifactLocation: { uri: uriFrom(folders, file) },
    ...(position === undefined ? {} : { region: regionOf(position) }),
  }
}

/** By line and column, never by offset: in a file with CRLF or a byte order mark offsets differ from those of its text. */
function regionOf({ start, end }: Position): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}

function relatedOf(
  { related = [] }: Diagnostic,
  folders: Folders,
): Pick<Result, 'relatedLocations'> {
  if (related.length === 0) return {}
  return {
    relatedLocations: related.map(({ file, position, message }, index) => ({
      id: index + 1,
      message: { text: message },
      physicalLocation: placeOf(file, position, folders),
    })),
  }
}

function fixesOf(
  { fix, help, message }: Diagnostic,
  file: string,
  folders: Folders,
  lines: (file: string) => Lines | undefined,
): Pick<Result, 'fixes'> {
  const source = lines(file)
  if (fix === undefined || source === undefined) return {}
  return {
    fixes: [
      {
        description: { text: help ?? message },
        artifactChanges: [
          {
            artifactLocation: { uri: uriFrom(folders, file) },
            replacements: fix.map(({ start, end, text }) => ({
              deletedRegion: regionOf({
                start: pointAt(source.starts, start),
                end: pointAt(source.starts, end),
              }),
              insertedContent: { text },
            })),
          },
        ],
      },
    ],
  }
}

/**
 * Of the rule and of the text of the line, not of its number, so that a finding is known again when
 * lines above it come or go. The nth of the same in a file is told by `:n`, from 1.
 */
function fingerprints(
  lines: (file: string) => Lines | undefined,
): (finding: Diagnostic, file: string) => string {
  const counts = new Map<string, number>()
  return ({ rule, position, message }, file) => {
    const { text = '', starts = [] } = (position && lines(file)) ?? {}
    const number = position?.start.line ?? 0
    const from = starts[number - 1]
    const line = from === undefined ? message : text.slice(from, starts[number]).trim()
    const hash = createHash('sha256').update(`${rule}\0${line}`).digest('hex').slice(0, 32)
    const count = (counts.get(`${file}\0${hash}`) ?? 0) + 1
    counts.set(`${file}\0${hash}`, count)
    return `${hash}:${count}`
  }
}
