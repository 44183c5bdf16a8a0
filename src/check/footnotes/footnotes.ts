import type { Check } from '../rule.ts'
import { duplicateFootnote } from './duplicate-footnote.ts'
import { emptyFootnote } from './empty-footnote.ts'
import { firstFootnote } from './first-footnote.ts'
import { footnoteCalledTwice } from './footnote-called-twice.ts'
import { footnoteContinuity } from './footnote-continuity.ts'
import { footnoteGap } from './footnote-gap.ts'
import { footnoteInAltText } from './footnote-in-alt-text.ts'
import { footnoteInHeading } from './footnote-in-heading.ts'
import { footnoteInLink } from './footnote-in-link.ts'
import { footnoteNumber } from './footnote-number.ts'
import { footnoteOutOfOrder } from './footnote-out-of-order.ts'
import { lastFootnote } from './last-footnote.ts'
import { nestedFootnote } from './nested-footnote.ts'
import { publishedNumberMoved } from './published-number-moved.ts'
import { selfFootnote } from './self-footnote.ts'
import { undefinedFootnote } from './undefined-footnote.ts'
import { unusedFootnote } from './unused-footnote.ts'

/** Pairing and numbering. */
export const footnotes: readonly Check[] = [
  undefinedFootnote,
  unusedFootnote,
  duplicateFootnote,
  footnoteCalledTwice,
  footnoteOutOfOrder,
  footnoteGap,
  footnoteNumber,
  firstFootnote,
  lastFootnote,
  footnoteContinuity,
  publishedNumberMoved,
  emptyFootnote,
  nestedFootnote,
  selfFootnote,
  footnoteInHeading,
  footnoteInLink,
  footnoteInAltText,
]
