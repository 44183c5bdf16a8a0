import { diagnose } from '../../diagnostic/diagnose.ts'
import { conflictsOf, type Conflict } from '../conflict.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** One finding a conflict, at its first mark. */
export const mergeConflict: Check = (chapter) => {
  const { at } = groundOf(chapter)
  const { file } = chapter
  return conflictsOf(chapter).map(({ marks: [first, ...others], whole }) =>
    diagnose('merge-conflict', {
      file,
      position: at(first.start, first.end),
      message: whole
        ? `\`${shown(first)}\` opens a place that two versions of the text disagree about`
        : `\`${shown(first)}\` is left over from two versions that disagreed`,
      help: whole
        ? 'keep one of the two versions, or join them, and delete the lines of marks'
        : 'delete the line, and see that the text around it is the version that is meant',
      related: others.map(({ start, end, mark }) => ({
        file,
        position: at(start, end),
        message: mark === '>' ? 'it ends here' : 'the other version begins here',
      })),
    }),
  )

  function shown({ start, end }: Conflict['marks'][number]): string {
    const line = chapter.written.text.slice(start, end)
    return line.length > 40 ? `${line.slice(0, 39)}…` : line
  }
}
