import { diagnose } from '../../diagnostic/diagnose.ts'
import { titlePosition } from './title.ts'
import type { Check } from '../rule.ts'

/** The chapter's title is level 1, wherever it is written, so that the first heading is level 2 (WCAG 2.2, 1.3.1). */
export const skippedHeadingLevel: Check = (chapter) => {
  let before = 1
  // A second title is meant as a part: `second-title` speaks of it, and what stands under it keeps its level.
  let hasTitle = titlePosition(chapter) !== undefined
  return chapter.written.headings.flatMap(({ level, text, position }) => {
    const allowed = before + 1
    before = level === 1 && hasTitle ? 2 : level
    hasTitle = true
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
