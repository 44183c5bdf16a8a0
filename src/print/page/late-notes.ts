import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { GalleyChapter } from '../galley/galley.ts'
import type { PageSpan } from './break-pages.ts'
import type { NoteColumn } from './note-column.ts'
import { numberOf } from './resume-note.ts'

/** The notes that a page calls and that begin on a later one, since more notes are called in one line than a page can begin. */
export function lateNotes(
  { file, slugs, notes }: GalleyChapter,
  span: PageSpan,
  column: NoteColumn,
  folio: string,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = []
  for (let at = span.from; at < span.to; at++) {
    const calls = new Set(slugs[at]?.calls)
    const from = Math.max(span.notesTo, column.called[at] ?? 0)
    const late = column.slugs.slice(from, column.called[at + 1]).find(({ slug }) => slug === 0)
    const note = late && notes[late.note]
    const position = slugs[at]?.position
    // What no line of the text calls is not late.
    if (note === undefined || position === undefined || !calls.has(note.anchor)) continue
    findings.push(
      diagnose('late-note', {
        file,
        position,
        message: `note ${numberOf(note)?.text ?? note.anchor} cannot begin on page ${folio}, where it is called: the notes called with it fill the page`,
        help: 'call it in another sentence, shorten the notes before it, or make one note of several',
      }),
    )
  }
  return findings
}
