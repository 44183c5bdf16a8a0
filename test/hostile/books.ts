import { exitCodeOf } from '../../src/command/report.ts'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { readAndCheck } from '../../src/read-and-check.ts'
import { bookYaml, writeFiles } from '../write-book.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** "line rule" of all that is found in a chapter, beside the exit code; advice left out. */
export function found(markdown: string | Uint8Array, files: Files = {}, more = '') {
  return judged(writeFiles({ 'book.yaml': bookYaml(['k.md'], more), 'k.md': markdown, ...files }))
}

/** The same of a book that is there already. */
export function judged(path: string) {
  const { diagnostics } = readAndCheck({ path }, { today: '2020-12-15' })
  const findings = diagnostics.filter(({ severity }) => severity !== 'info')
  return { told: findings.map(line), code: exitCodeOf(findings), findings }
}

const line = ({ rule, position }: Diagnostic): string => `${position?.start.line ?? '-'} ${rule}`

/** A chapter around some Markdown, which begins in line 3. */
export const chapter = (markdown: string): string => `# K\n\n${markdown}\n`

/** A name or address as a message shows it. */
export const messages = (findings: readonly Diagnostic[]): string =>
  findings.map(({ message }) => message).join('\n')
