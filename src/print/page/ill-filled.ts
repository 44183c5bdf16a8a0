import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { GalleyChapter } from '../galley/galley.ts'
import { NOWHERE } from '../galley/nowhere.ts'
import type { PageSpan } from './break-pages.ts'

/** What is to be said of a page that the rules could not fill, or not well. */
export function illFilled(
  chapter: GalleyChapter,
  span: PageSpan,
  folio: string,
): readonly Diagnostic[] {
  if (span.crowded) return [crowded(chapter, span, folio)]
  return missing(span) > HOLE ? [short(chapter, span, folio)] : []
}

/** So many lines that a page lacks are seen as a hole by its reader. */
const HOLE = 2.5

const missing = ({ white, depth }: PageSpan): number => white + Math.max(0, -depth)

const short = (chapter: GalleyChapter, span: PageSpan, folio: string): Diagnostic =>
  diagnose('short-page', {
    file: chapter.file,
    position: (chapter.slugs[span.to - 1] ?? chapter.slugs[span.from])?.position ?? NOWHERE,
    message: `page ${folio} ends ${Math.round(missing(span))} lines early, since what follows and its notes do not fit on it`,
    help: 'a sentence more or less above it, a shorter note, or a note called a line later mends it',
  })

const crowded = (chapter: GalleyChapter, span: PageSpan, folio: string): Diagnostic =>
  diagnose('crowded-page', {
    file: chapter.file,
    position: (chapter.slugs[span.from] ?? chapter.slugs[span.to - 1])?.position ?? NOWHERE,
    message: `page ${folio} could not be filled by the rules`,
    help: 'move a figure or table, or shorten a note, near this place',
  })
