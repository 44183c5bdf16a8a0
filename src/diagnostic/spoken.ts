import type { Diagnostic } from './diagnostic.ts'

/** What is wrong, why that matters, and what to do, a line each: for a reader who shows one text and no frame. */
export function spoken({ message, note, help }: Diagnostic): string {
  return [
    message,
    ...(note === undefined ? [] : [`note: ${note}`]),
    ...(help === undefined ? [] : [`help: ${help}`]),
  ].join('\n')
}
