import { diagnose } from '../../diagnostic/diagnose.ts'
import { damagesOf } from '../damage.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** The first definition counts (CommonMark 4.7, as GFM footnotes read it); every further one is a finding, but for what is a damaged call. */
export const duplicateFootnote: Check = (chapter) => {
  const ground = groundOf(chapter)
  const label = (text: string, at: number) => ground.at(at, at + text.length + 4)
  const calls = new Set(
    damagesOf(chapter).flatMap(({ heals }) =>
      heals.flatMap(({ what, offset }) => (what === 'call' ? [offset] : [])),
    ),
  )
  return [...ground.definitions.values()].flatMap((all) => {
    const [first, ...others] = all.filter(({ position: { start } }) => !calls.has(start.offset))
    return others.map((other) =>
      diagnose('duplicate-footnote', {
        file: chapter.file,
        position: label(other.label, other.position.start.offset),
        message: `note \`[^${other.label}]\` has a text already`,
        help: 'give one of the two another label, and call it where it belongs',
        related:
          first === undefined
            ? []
            : [
                {
                  file: chapter.file,
                  position: label(first.label, first.position.start.offset),
                  message: 'the first text',
                },
              ],
      }),
    )
  })
}
