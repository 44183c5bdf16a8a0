import type { Diagnostic } from './diagnostic.ts'

/** One line, as editors and `grep` read it: `file:line:col: severity rule: message`. */
export function formatLine({ file, position, severity, rule, message }: Diagnostic): string {
  return `${place(file, position)}${severity} ${rule}: ${message}`
}

function place(file: string | undefined, position: Diagnostic['position']): string {
  if (file === undefined) return ''
  if (position === undefined) return `${file}: `
  return `${file}:${position.start.line}:${position.start.column}: `
}
