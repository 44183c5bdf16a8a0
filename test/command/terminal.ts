import type { Terminal } from '../../src/command/terminal.ts'

/** A terminal that keeps what was said. */
export function recorder(
  more: Partial<Terminal> = {},
): Terminal & { said(): string; results(): string } {
  let err = ''
  let out = ''
  return {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    isInteractive: false,
    hasColour: { out: false, err: false },
    folder: process.cwd(),
    environment: {},
    today: '2026-01-31',
    ...more,
    said: () => err,
    results: () => out,
  }
}

export const outside = { today: '2026-01-31' }
