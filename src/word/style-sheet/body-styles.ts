import type { Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import { continuations, itemStyles } from './list-styles.ts'
import type { ParagraphStyle } from './paragraph-style.ts'
import type { ParagraphExtras } from './properties.ts'

/** Styles of running text: paragraphs, quotations, lists, headings. */
export function bodyStyles(template: Template): readonly ParagraphStyle[] {
  const { body, quotation } = template.styles
  const { space } = template.lists
  return [
    { id: 'Normal', name: 'Normal', token: 'body' },
    { id: 'BodyText', name: 'Body Text', token: 'body', next: 'BodyTextFirstIndent' },
    {
      id: 'BodyTextFirstIndent',
      name: 'Body Text First Indent',
      token: 'body',
      basedOn: 'BodyText',
      paragraph: { firstLine: body.indent },
    },
    { id: 'Quote', name: 'Quote', token: 'quotation' },
    // A quotation of several paragraphs has its white over the first and under the last.
    quotePart('QuoteOpening', 'Quote Opening', { after: pt(0) }),
    quotePart('QuoteMiddle', 'Quote Middle', {
      before: pt(0),
      after: pt(0),
      firstLine: quotation.indent,
    }),
    quotePart('QuoteClosing', 'Quote Closing', { before: pt(0), firstLine: quotation.indent }),
    // White stands over the first paragraph of a list and over that which follows the last.
    ...itemStyles('ListParagraph', 'List Paragraph', 'body', space),
    ...continuations(template, 'ListContinue', 'List Continue', 'text'),
    {
      id: 'AfterList',
      name: 'After List',
      token: 'body',
      basedOn: 'BodyText',
      next: 'BodyTextFirstIndent',
      paragraph: { before: space },
    },
    ...itemStyles('QuoteList', 'Quote List', 'quotation', space),
    ...continuations(template, 'QuoteListContinue', 'Quote List Continue', 'quotation'),
  ]
}

const quotePart = (id: string, name: string, paragraph: ParagraphExtras): ParagraphStyle => ({
  id,
  name,
  token: 'quotation',
  basedOn: 'Quote',
  paragraph,
})

/** Lines of a heading are no nearer than this, in sizes of its type: one that turns over would be set solid. */
const HEADING_LINE = 1.15

/** `heading 1` is a chapter's title; each has the outline level of its name. */
export function headingStyles(template: Template): readonly ParagraphStyle[] {
  const tokens = [
    'chapterTitle',
    'heading2',
    'heading3',
    'heading4',
    'heading5',
    'heading6',
  ] as const
  return tokens.map((token, index) => ({
    id: `Heading${String(index + 1)}`,
    name: `heading ${String(index + 1)}`,
    token,
    next: 'BodyText',
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: index,
      line: pt(
        Math.max(template.styles[token].leading, template.styles[token].size * HEADING_LINE),
      ),
    },
  }))
}
