import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { withoutFormulas } from './formulas.ts'
import { remains } from './remains.ts'

/** Error messages, commands and place holders that were left in the text. */
export const leftOver: Check = (chapter) => {
  const { prose, text } = chapter.written
  const wanted = remains.filter(
    ({ hint, pattern }) => text.includes(hint) && text.search(pattern) !== -1,
  )
  if (wanted.length === 0) return []
  const { at, masked } = groundOf(chapter)
  return prose.flatMap(({ text: passage, position: { start, end } }): Diagnostic[] => {
    const read = withoutFormulas(passage)
    return wanted.flatMap(({ pattern, inSource, message, help }) =>
      [...(inSource ? masked.slice(start.offset, end.offset) : read).matchAll(pattern)].map(
        ({ 0: spelled, index }) => {
          const from = start.offset + index
          return diagnose('left-over', {
            file: chapter.file,
            position: at(from, from + spelled.length),
            message: message(spelled),
            help,
          })
        },
      ),
    )
  })
}
