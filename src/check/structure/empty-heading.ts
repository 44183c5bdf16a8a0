import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'

export const emptyHeading: Check = (chapter) =>
  chapter.written.headings
    .filter(({ text }) => text.trim() === '')
    .map(({ position }) =>
      diagnose('empty-heading', {
        file: chapter.file,
        position,
        message: 'the heading has no text',
        help: 'write it, or delete the line',
      }),
    )
