import { diagnose } from '../../src/diagnostic/diagnose.ts'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import type { RuleId } from '../../src/diagnostic/rules.ts'

/** A finding at the head of a line, or about the file as a whole where no line is given. */
export function finding({
  rule = 'undefined-footnote',
  file = 'a.md',
  line,
  length = 4,
  message = 'note `[^x]` is called, but has no text',
  ...more
}: Partial<Diagnostic> & {
  rule?: RuleId
  line?: number
  length?: number
}): Diagnostic {
  const offset = (line ?? 1) * 1000
  return diagnose(rule, {
    file,
    message,
    ...(line === undefined
      ? {}
      : {
          position: {
            start: { line, column: 1, offset },
            end: { line, column: 1 + length, offset: offset + length },
          },
        }),
    ...more,
  })
}

/** The same about no file. */
export const about = ({ rule, severity, message }: Diagnostic): Diagnostic => ({
  rule,
  severity,
  message,
})
