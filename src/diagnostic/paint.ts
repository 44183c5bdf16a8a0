import { styleText } from 'node:util'
import type { Severity } from './rules.ts'

/** Colours for a terminal. The text under them is the same: without the codes of ECMA-48 (8.3.117) nothing differs. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string
  readonly rule: (text: string) => string
  readonly place: (text: string) => string
}

const asItIs = (_: Severity, text: string): string => text

export const plain: Paint = { severity: asItIs, rule: (text) => text, place: (text) => text }

const hues = { error: 'red', warning: 'yellow', info: 'blue' } as const

// Whoever paints has looked at the stream already: `styleText` would look at stdout.
const unasked = { validateStream: false }

export const coloured: Paint = {
  severity: (severity, text) => styleText(['bold', hues[severity]], text, unasked),
  rule: (text) => styleText('cyan', text, unasked),
  place: (text) => styleText('bold', text, unasked),
}
