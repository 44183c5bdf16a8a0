import type { Terminal } from '../../src/command/terminal.ts'

/** A terminal that keeps what was said. */
export function recorder(): Terminal & { said(): string; results(): string } {
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
    environment: {},
    today: '2026-01-31',
    said: () => err,
    results: () => out,
  }
}

export const outside = { today: '2026-01-31' }
