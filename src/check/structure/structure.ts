import type { Check } from '../rule.ts'
import { brokenHeading } from './broken-heading.ts'
import { brokenLink } from './broken-link.ts'
import { duplicateHeading } from './duplicate-heading.ts'
import { duplicateIdentifier } from './duplicate-identifier.ts'
import { emptyHeading } from './empty-heading.ts'
import { figureBraces } from './figure-braces.ts'
import { gluedCaption } from './glued-caption.ts'
import { inlineImage } from './inline-image.ts'
import { missingAlt } from './missing-alt.ts'
import { missingCaption } from './missing-caption.ts'
import { missingTitle } from './missing-title.ts'
import { rawHtml } from './raw-html.ts'
import { referenceKind } from './reference-kind.ts'
import { referenceTypedByHand } from './reference-typed-by-hand.ts'
import { secondTitle } from './second-title.ts'
import { skippedHeadingLevel } from './skipped-heading-level.ts'
import { undefinedLink } from './undefined-link.ts'
import { undefinedReference } from './undefined-reference.ts'
import { unreferencedFigure } from './unreferenced-figure.ts'
import { unreferencedTable } from './unreferenced-table.ts'
import { unusedLink } from './unused-link.ts'

/** Cross-references and structure. */
export const structure: readonly Check[] = [
  undefinedReference,
  duplicateIdentifier,
  referenceKind,
  referenceTypedByHand,
  missingCaption,
  gluedCaption,
  unreferencedFigure,
  unreferencedTable,
  figureBraces,
  missingAlt,
  skippedHeadingLevel,
  emptyHeading,
  brokenHeading,
  secondTitle,
  missingTitle,
  duplicateHeading,
  undefinedLink,
  unusedLink,
  brokenLink,
  rawHtml,
  inlineImage,
]
