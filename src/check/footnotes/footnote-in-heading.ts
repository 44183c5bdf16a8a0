import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'

export const footnoteInHeading: Check = (chapter) =>
  chapter.written.calls
    .filter(({ place }) => place === 'heading')
    .map(({ label, inline, position }) =>
      diagnose('footnote-in-heading', {
        file: chapter.file,
        position,
        message: `${inline ? 'a note' : `note \`[^${label}]\``} is called in a heading`,
        help: 'call it at the end of the first sentence under the heading',
      }),
    )
