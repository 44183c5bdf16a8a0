import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'

export type PandocFormat = 'docx' | 'epub'

/** What becomes of an editor's insertions and deletions in a DOCX; 'accept' is pandoc's own way. */
export type TrackChanges = 'accept' | 'reject' | 'all'

/** A finished or edited file to be read. Assumes that its size was checked: it will be unpacked. */
export interface PandocInput {
  readonly format: PandocFormat
  readonly bytes: Uint8Array
  /** Absence means 'accept'. Of no account for EPUB. */
  readonly trackChanges?: TrackChanges
}

/** A pandoc that can be asked, native or embedded. */
export interface Engine {
  readonly kind: 'native' | 'embedded'
  /** As pandoc prints it: '2.17.1.1'. */
  readonly version: () => Promise<string>
  /** Pandoc's JSON. Throws PandocFault, and nothing else. */
  readonly convert: (input: PandocInput) => Promise<string>
  readonly close: () => Promise<void>
}

/**
 * The outside world failing: pandoc is not there, or did not come to its end. Thrown inside this
 * folder, turned into a diagnostic at its border.
 */
export class PandocFault extends Error {
  override readonly name = 'PandocFault'
  /** What to do. */
  readonly help: string
  readonly rule: 'pandoc-failed' | 'no-temporary-folder'

  constructor(message: string, help: string, rule: PandocFault['rule'] = 'pandoc-failed') {
    super(message)
    this.help = help
    this.rule = rule
  }
}

/** Makes the finding that tells of a fault. */
export const toDiagnostic = (fault: PandocFault): Diagnostic =>
  diagnose(fault.rule, { message: fault.message, help: fault.help })

/** Shortens what pandoc wrote to one line that fits in a message. */
export function oneLine(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  // Long enough for any message of pandoc's own; a flood is not worth more.
  const limit = 200
  return line.length > limit ? `${line.slice(0, limit)}…` : line
}
