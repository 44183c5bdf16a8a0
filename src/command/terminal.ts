/** Where a command speaks: results to `out`, talk to `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True where `err` is a terminal that can show progress in place and colour. */
  readonly isInteractive: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** ISO date. */
  readonly today: string
}

/** 0 done and sound, 1 findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2
