import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import { isInTitle } from '../pairing.ts'
import type { Check } from '../rule.ts'

/** A call in a heading, or in the title of the metadata, which is no Markdown and has no calls. */
export const footnoteInHeading: Check = (chapter) => {
  const ground = groundOf(chapter)
  const inTitle = chapter.written.scan.footnotes.filter(
    ({ surroundings, position }) =>
      surroundings === 'metadata' && isInTitle(ground, position.start.offset),
  )
  return [
    ...inTitle.map(({ label, position }) =>
      diagnose('footnote-in-heading', {
        file: chapter.file,
        position,
        message: `note \`[^${label}]\` is called in the title of the metadata`,
        note: 'no note is called there: the brackets would be printed in the title, the contents and the running heads',
        help: 'call it at the end of the first sentence of the chapter',
      }),
    ),
    ...chapter.written.calls
      .filter(({ place }) => place === 'heading')
      .map(({ label, inline, position }) =>
        diagnose('footnote-in-heading', {
          file: chapter.file,
          position,
          message: `${inline ? 'a note' : `note \`[^${label}]\``} is called in a heading`,
          help: 'call it at the end of the first sentence under the heading',
        }),
      ),
  ]
}
