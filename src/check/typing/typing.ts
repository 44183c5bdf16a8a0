import type { Finder } from '../damage.ts'
import { footnoteLabel } from '../footnotes/footnote-label.ts'
import { callReadAsText } from './call-read-as-text.ts'
import { escapedFootnote } from './escaped-footnote.ts'
import { footnoteColon } from './footnote-colon.ts'
import { footnoteContinuation } from './footnote-continuation.ts'
import { footnoteInCode } from './footnote-in-code.ts'
import { footnoteInComment } from './footnote-in-comment.ts'
import { footnoteNumberedTwice } from './footnote-numbered-twice.ts'
import { footnoteTypedByHand } from './footnote-typed-by-hand.ts'
import { footnoteWithoutCaret } from './footnote-without-caret.ts'
import { gluedFootnote } from './glued-footnote.ts'
import { indentedFootnote } from './indented-footnote.ts'
import { inlineNoteSlips } from './inline-note-slips.ts'
import { joinedFootnotes } from './joined-footnotes.ts'
import { lookAlikeBracket } from './look-alike-bracket.ts'
import { spaceInFootnote } from './space-in-footnote.ts'
import { splitFootnote } from './split-footnote.ts'
import { strayBracket } from './stray-bracket.ts'
import { swallowedByHtml } from './swallowed-by-html.ts'
import { truncatedFile } from './truncated-file.ts'
import { typedAtBothEnds } from './typed-at-both-ends.ts'
import { unclosedFence } from './unclosed-fence.ts'
import { unclosedFootnote } from './unclosed-footnote.ts'

/** Damage in order of precedence: what swallows much stands before what is swallowed, the exact before the guessed. */
export const typing: readonly Finder[] = [
  unclosedFence,
  swallowedByHtml,
  truncatedFile,
  footnoteInComment,
  indentedFootnote,
  footnoteInCode,
  splitFootnote,
  joinedFootnotes,
  spaceInFootnote,
  inlineNoteSlips,
  lookAlikeBracket,
  footnoteColon,
  callReadAsText,
  gluedFootnote,
  escapedFootnote,
  unclosedFootnote,
  footnoteLabel,
  footnoteNumberedTwice,
  footnoteWithoutCaret,
  strayBracket,
  footnoteTypedByHand,
  typedAtBothEnds,
  footnoteContinuation,
]
