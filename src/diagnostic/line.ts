import type { Diagnostic } from './diagnostic.ts'
import { plain, type Paint } from './paint.ts'
import { visibleLine } from './visible.ts'

/** One line, as editors and `grep` read it: `file:line:col: severity rule: message`. */
export function formatLine(
  { file, position, severity, rule, message }: Diagnostic,
  paint: Paint = plain,
): string {
  const what = `${paint.severity(severity, severity)} ${paint.rule(rule)}: ${visibleLine(message)}`
  return `${place(file, position)}${what}`
}

function place(file: string | undefined, position: Diagnostic['position']): string {
  if (file === undefined) return ''
  const name = visibleLine(file)
  if (position === undefined) return `${name}: `
  return `${name}:${position.start.line}:${position.start.column}: `
}
