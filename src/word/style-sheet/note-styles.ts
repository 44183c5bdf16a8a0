import type { Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import { edgesOf } from '../place.ts'
import { continuations } from './list-styles.ts'
import type { ParagraphStyle } from './paragraph-style.ts'
import type { ParagraphExtras } from './properties.ts'

/**
 * Styles of notes. They are ragged whatever the template says: Word breaks no address where print
 * does, and a justified line before one would be all holes.
 */
export function noteStyles(template: Template): readonly ParagraphStyle[] {
  const { numberWidth } = template.notes
  const { indent } = template.styles.note
  const own = edgesOf(template, 'note')
  const quoted = edgesOf(template, 'noteQuotation')
  return [
    noteStyle('FootnoteText', 'footnote text', {
      left: numberWidth,
      firstLine: pt(0 - numberWidth),
      tabs: [{ at: numberWidth, kind: 'left' }],
    }),
    noteStyle('FootnoteTextContinued', 'Footnote Text Continued', own),
    noteStyle('FootnoteTextFirstIndent', 'Footnote Text First Indent', {
      ...own,
      firstLine: indent,
    }),
    noteStyle('FootnoteQuote', 'Footnote Quote', quoted),
    noteStyle('FootnoteQuoteFirstIndent', 'Footnote Quote First Indent', {
      ...quoted,
      firstLine: indent,
    }),
    noteStyle('FootnoteList', 'Footnote List', { left: pt(0) }),
    ...continuations(template, 'FootnoteListContinue', 'Footnote List Continue', 'note'),
    noteStyle('FootnoteSeparator', 'Footnote Separator', {}),
  ]
}

const noteStyle = (id: string, name: string, paragraph: ParagraphExtras): ParagraphStyle => ({
  id,
  name,
  token: 'note',
  paragraph: { align: 'start', ...paragraph },
})
