import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'
import { adjacentFootnotes } from './adjacent-footnotes.ts'
import { footnoteAloneInParagraph } from './footnote-alone-in-paragraph.ts'
import { footnoteAtLineStart } from './footnote-at-line-start.ts'
import { footnoteBeforePunctuation } from './footnote-before-punctuation.ts'
import { footnoteInsideWord } from './footnote-inside-word.ts'
import { offencesOf, type Manner } from './manner.ts'
import { spaceBeforeFootnote } from './space-before-footnote.ts'

/** By what hides what: a call alone in its paragraph heads a line as well. */
const inOrder: readonly Manner[] = [
  footnoteAloneInParagraph,
  adjacentFootnotes,
  footnoteAtLineStart,
  footnoteBeforePunctuation,
  spaceBeforeFootnote,
  footnoteInsideWord,
]

/** Where a call stands beside its words. */
export const manners: readonly Check[] = [
  (chapter, book) =>
    offencesOf(chapter, book, inOrder).map(({ rule, message, help, note, fix, position }) =>
      diagnose(rule, {
        file: chapter.file,
        message,
        ...(position === undefined ? {} : { position }),
        ...(help === undefined ? {} : { help }),
        ...(note === undefined ? {} : { note }),
        ...(fix === undefined ? {} : { fix }),
      }),
    ),
]
