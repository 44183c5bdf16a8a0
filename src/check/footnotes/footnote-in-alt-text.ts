import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import { lostCalls } from '../pairing.ts'
import { looseBraces } from '../structure/figure-braces.ts'
import type { Check } from '../rule.ts'

/** A call in `alt="…"` leaves no node in the tree; a caption may hold calls. */
export const footnoteInAltText: Check = (chapter) => {
  // Where the braces of a figure are not read, its caption is not either: `figure-braces`.
  const loose = looseBraces(chapter).map(({ image }) => image)
  return lostCalls(groundOf(chapter))
    .filter(
      ({ where, position: { start } }) =>
        where === 'image' &&
        !loose.some(
          (image) => image.start.offset <= start.offset && start.offset < image.end.offset,
        ),
    )
    .map(({ label, position }) =>
      diagnose('footnote-in-alt-text', {
        file: chapter.file,
        position,
        message: `note \`[^${label}]\` is called in the alternative text of an image`,
        help: 'move the call into the caption, the brackets of the image',
      }),
    )
}
