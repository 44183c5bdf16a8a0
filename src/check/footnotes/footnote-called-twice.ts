import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** Each call after the first, outside notes: a call inside a note is `nested-footnote`. */
export const footnoteCalledTwice: Check = (chapter) =>
  [...groundOf(chapter).calls.values()].flatMap((calls) => {
    const [first, ...others] = calls.filter(({ inNote }) => inNote === undefined)
    return others.map(({ label, position }) =>
      diagnose('footnote-called-twice', {
        file: chapter.file,
        position,
        message: `note \`[^${label}]\` is called a second time`,
        help: `write \`see @fn-${label}\` to send a reader to it, or give this place a note of its own`,
        related:
          first === undefined
            ? []
            : [{ file: chapter.file, position: first.position, message: 'first called here' }],
      }),
    )
  })
