/** Where a command speaks: results to `out`, talk to `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True where `err` is a terminal that can show progress in place. */
  readonly isInteractive: boolean
  /** Whether each stream shows colours. */
  readonly hasColour: { readonly out: boolean; readonly err: boolean }
  /** Absolute: where the command was called. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** ISO date. */
  readonly today: string
}

/** 0 done and sound, 1 findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2

/**
 * Whether a stream shows colours: a terminal does, unless it says that it is dumb or `NO_COLOR` is set
 * to anything (no-color.org). `FORCE_COLOR` decides before all of them, as node reads it: 0 and
 * `false` for none.
 */
export function showsColour(isTerminal: boolean, environment: Terminal['environment']): boolean {
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  const refused = environment['NO_COLOR']
  if (refused !== undefined && refused !== '') return false
  return isTerminal && environment['TERM'] !== 'dumb'
}
