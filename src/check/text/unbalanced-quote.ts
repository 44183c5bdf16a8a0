import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { unpairedIn, withWrong } from './flow.ts'
import { marksIn, partners, readMarks } from './quotation-marks.ts'
import { readsSingles, unclosedSingles } from './single-quotation-marks.ts'

/** Quotation marks by paragraph and by note; a quotation may go on over several (see `flow.ts`). */
export const unbalancedQuote: Check = (chapter) => {
  const { at } = groundOf(chapter)
  const source = chapter.written.text
  const withSingles = readsSingles(chapter.written.prose)
  const found = unpairedIn(chapter, {
    read: (block) => {
      const marks = marksIn(block)
      const found = marks.length === 0 ? [] : readMarks(marks)
      const singles = withSingles ? unclosedSingles(block) : []
      return [...found, ...singles].filter((each) => source[each.at - 1] !== '\\')
    },
    closes: (close, open) => (partners[open] ?? '').includes(close),
    goesOn: ({ text }, open) => /^[\s\0(]*/.exec(text)?.[0].length === text.indexOf(open),
  })
  return withWrong(found, source).map(({ mark, at: offset, opens, wrong }) => {
    if (wrong !== undefined)
      return diagnose('unbalanced-quote', {
        file: chapter.file,
        position: at(wrong.at, wrong.at + 1),
        message: `the quotation mark \`${wrong.mark}\` closes what \`${mark}\` opens`,
        help: 'write two marks that belong together, or the ones that are missing',
        related: [{ file: chapter.file, position: at(offset, offset + 1), message: 'opened here' }],
      })
    return diagnose('unbalanced-quote', {
      file: chapter.file,
      position: at(offset, offset + 1),
      message: opens
        ? `the quotation mark \`${mark}\` opens a quotation that is not closed`
        : `the quotation mark \`${mark}\` closes a quotation that is not opened`,
      help: opens
        ? 'write the mark that closes it, or delete this one'
        : 'write the mark that opens it, or delete this one',
    })
  })
}
