import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { unpairedIn } from './flow.ts'
import { marksIn, partners, readMarks } from './quotation-marks.ts'
import { readsSingles, unclosedSingles } from './single-quotation-marks.ts'

/** Quotation marks by paragraph and by note; a quotation may go on over several (see `flow.ts`). */
export const unbalancedQuote: Check = (chapter) => {
  const { at } = groundOf(chapter)
  const source = chapter.written.text
  const withSingles = readsSingles(chapter.written.prose)
  return unpairedIn(chapter, {
    read: (block) => {
      const marks = marksIn(block)
      const found = marks.length === 0 ? [] : readMarks(marks)
      const singles = withSingles ? unclosedSingles(block) : []
      return [...found, ...singles].filter((each) => source[each.at - 1] !== '\\')
    },
    closes: (close, open) => (partners[open] ?? '').includes(close),
    goesOn: ({ text }, open) => /^[\s\0(]*/.exec(text)?.[0].length === text.indexOf(open),
  }).map(({ mark, at: offset, opens }) =>
    diagnose('unbalanced-quote', {
      file: chapter.file,
      position: at(offset, offset + 1),
      message: opens
        ? `the quotation mark \`${mark}\` opens a quotation that is not closed`
        : `the quotation mark \`${mark}\` closes a quotation that is not opened`,
      help: opens
        ? 'write the mark that closes it, or delete this one'
        : 'write the mark that opens it, or delete this one',
    }),
  )
}
