import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'

/** The chapter's title is level 1, wherever it is written, so that the first heading is level 2 (WCAG 2.2, 1.3.1). */
export const skippedHeadingLevel: Check = (chapter) => {
  let before = 1
  return chapter.written.headings.flatMap(({ level, text, position }) => {
    const allowed = before + 1
    before = level
    if (level <= allowed) return []
    return [
      diagnose('skipped-heading-level', {
        file: chapter.file,
        position,
        message: `the heading ${text === '' ? '' : `\`${text}\` `}is level ${level} under one of level ${allowed - 1}`,
        help: `write it with \`${'#'.repeat(allowed)}\``,
      }),
    ]
  })
}
