import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import { lostCalls } from '../pairing.ts'
import type { Check } from '../rule.ts'

/** A call in `alt="…"` leaves no node in the tree; a caption may hold calls. */
export const footnoteInAltText: Check = (chapter) =>
  lostCalls(groundOf(chapter))
    .filter(({ where }) => where === 'image')
    .map(({ label, position }) =>
      diagnose('footnote-in-alt-text', {
        file: chapter.file,
        position,
        message: `note \`[^${label}]\` is called in the alternative text of an image`,
        help: 'move the call into the caption, the brackets of the image',
      }),
    )
