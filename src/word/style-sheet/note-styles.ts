import type { Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import { measureOf } from '../page.ts'
import { continuations, type ParagraphStyle } from './paragraph-style.ts'
import type { ParagraphExtras } from './properties.ts'

/**
 * Styles of notes. They are ragged whatever the template says: Word breaks no address where print
 * does, and a justified line before one would be all holes.
 */
export function noteStyles(template: Template): readonly ParagraphStyle[] {
  const { numberWidth, separatorLength, separatorWeight } = template.notes
  const { note } = template.styles
  const rest = pt(Math.max(0, measureOf(template) - separatorLength))
  return [
    noteStyle('FootnoteText', 'footnote text', {
      left: numberWidth,
      firstLine: pt(0 - numberWidth),
      tabs: [{ at: numberWidth, kind: 'left' }],
    }),
    noteStyle('FootnoteTextContinued', 'Footnote Text Continued', { left: numberWidth }),
    noteStyle('FootnoteQuote', 'Footnote Quote', {
      left: pt(numberWidth + note.size),
      right: note.size,
    }),
    ...continuations(template, 'FootnoteList', 'Footnote List', 'note', numberWidth, pt(0)),
    // The rule over the notes, as long and as fine as the template says; Word's own is always two inches.
    noteStyle('FootnoteSeparator', 'Footnote Separator', {
      right: rest,
      after: pt(note.leading / 2),
      ...(separatorWeight > 0 && {
        bottomRule: { weight: separatorWeight, color: template.colors.rule },
      }),
    }),
  ]
}

const noteStyle = (id: string, name: string, paragraph: ParagraphExtras): ParagraphStyle => ({
  id,
  name,
  token: 'note',
  paragraph: { align: 'start', ...paragraph },
})
