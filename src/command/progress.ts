import type { Progress } from '../pipeline.ts'
import type { Terminal } from './terminal.ts'

/** Says which stage runs: on a terminal in one line that is overwritten, elsewhere a plain line a stage. */
export function progressOn(terminal: Terminal, quiet: boolean): { stage: Progress; end(): void } {
  if (quiet) return { stage: () => {}, end: () => {} }
  if (!terminal.isInteractive)
    return { stage: (stage) => terminal.err(`${stage}\n`), end: () => {} }
  // Carriage return, then EL (ECMA-48, 8.3.41): erase to the end of the line.
  const clear = '\r\u001B[K'
  return {
    stage: (stage) => terminal.err(`${clear}${stage} …`),
    end: () => terminal.err(clear),
  }
}
