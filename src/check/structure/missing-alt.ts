import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'

/** A figure carries meaning, so that an empty alternative text is none (WCAG 2.2, 1.1.1). */
export const missingAlt: Check = (chapter) =>
  chapter.written.figures
    .filter(({ alt = '' }) => alt.trim() === '')
    .map(({ url, alt, position }) =>
      diagnose('missing-alt', {
        file: chapter.file,
        position,
        message: `the figure \`${url}\` has ${alt === undefined ? 'no' : 'an empty'} alternative text`,
        help: 'say in a sentence what it shows: `![Caption](…){#fig-x alt="…"}`',
      }),
    )
