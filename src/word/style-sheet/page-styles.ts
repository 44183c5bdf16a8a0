import type { Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import { measureOf } from '../page.ts'
import type { ParagraphStyle } from './paragraph-style.ts'

/** Styles of furniture, front matter and contents. */
export function pageStyles(template: Template): readonly ParagraphStyle[] {
  const measure = measureOf(template)
  const tabs = [{ at: measure, kind: 'right' }] as const
  return [
    { id: 'Header', name: 'header', token: 'runningHead', paragraph: { tabs, align: 'start' } },
    { id: 'Footer', name: 'footer', token: 'folio', paragraph: { align: 'center' } },
    {
      id: 'Stamp',
      name: 'Stamp',
      token: 'runningHead',
      basedOn: 'Header',
      paragraph: { align: 'center' },
      run: { bold: true, color: template.colors.accent },
    },
    { id: 'Title', name: 'Title', token: 'bookTitle', next: 'Subtitle' },
    { id: 'Subtitle', name: 'Subtitle', token: 'bookSubtitle', next: 'TitlePageText' },
    { id: 'TitlePageChapter', name: 'Title Page Chapter', token: 'titlePageChapter' },
    { id: 'TitlePageText', name: 'Title Page Text', token: 'titlePageText' },
    { id: 'Colophon', name: 'Colophon', token: 'colophonText' },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      token: 'contentsTitle',
      paragraph: { keepNext: true },
    },
    ...[0, 1].map((level) => ({
      id: `TOC${String(level + 1)}`,
      name: `toc ${String(level + 1)}`,
      token: 'contentsEntry' as const,
      paragraph: { tabs, left: pt(level * template.lists.indent), align: 'start' as const },
    })),
  ]
}
