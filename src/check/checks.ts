import { duplicateFootnote } from './duplicate-footnote.ts'
import { duplicateHeading } from './duplicate-heading.ts'
import { duplicateIdentifier } from './duplicate-identifier.ts'
import { emptyFootnote } from './empty-footnote.ts'
import { emptyHeading } from './empty-heading.ts'
import { firstFootnote } from './first-footnote.ts'
import { footnoteCalledTwice } from './footnote-called-twice.ts'
import { footnoteContinuity } from './footnote-continuity.ts'
import { footnoteGap } from './footnote-gap.ts'
import { footnoteInAltText } from './footnote-in-alt-text.ts'
import { footnoteInHeading } from './footnote-in-heading.ts'
import { footnoteInLink } from './footnote-in-link.ts'
import { footnoteNumber } from './footnote-number.ts'
import { footnoteOutOfOrder } from './footnote-out-of-order.ts'
import { gluedCaption } from './glued-caption.ts'
import { inlineImage } from './inline-image.ts'
import { lastFootnote } from './last-footnote.ts'
import { missingAlt } from './missing-alt.ts'
import { missingCaption } from './missing-caption.ts'
import { missingTitle } from './missing-title.ts'
import { nestedFootnote } from './nested-footnote.ts'
import { rawHtml } from './raw-html.ts'
import { referenceKind } from './reference-kind.ts'
import { referenceTypedByHand } from './reference-typed-by-hand.ts'
import type { Check } from './rule.ts'
import { secondTitle } from './second-title.ts'
import { selfFootnote } from './self-footnote.ts'
import { skippedHeadingLevel } from './skipped-heading-level.ts'
import { undefinedFootnote } from './undefined-footnote.ts'
import { undefinedLink } from './undefined-link.ts'
import { undefinedReference } from './undefined-reference.ts'
import { unreferencedFigure } from './unreferenced-figure.ts'
import { unreferencedTable } from './unreferenced-table.ts'
import { unusedFootnote } from './unused-footnote.ts'
import { unsafeUrl } from './unsafe-url.ts'
import { unusedLink } from './unused-link.ts'

/** The rules that read a chapter as though damage in typing were mended (`damage.ts` has those of damage). */
export const checks: readonly Check[] = [
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
  emptyFootnote,
  nestedFootnote,
  selfFootnote,
  footnoteInHeading,
  footnoteInLink,
  footnoteInAltText,
  undefinedReference,
  duplicateIdentifier,
  referenceKind,
  referenceTypedByHand,
  missingCaption,
  gluedCaption,
  unreferencedFigure,
  unreferencedTable,
  missingAlt,
  skippedHeadingLevel,
  emptyHeading,
  secondTitle,
  missingTitle,
  duplicateHeading,
  undefinedLink,
  unusedLink,
  unsafeUrl,
  rawHtml,
  inlineImage,
]
