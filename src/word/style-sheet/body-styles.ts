import type { Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import { continuations, type ParagraphStyle } from './paragraph-style.ts'
import type { ParagraphExtras } from './properties.ts'

/** Styles of running text: paragraphs, quotations, lists, headings. */
export function bodyStyles(template: Template): readonly ParagraphStyle[] {
  const { body, quotation } = template.styles
  const half = pt(body.leading / 2)
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
    // White around the list, none between its items, whatever their depth: one style for all of them.
    {
      id: 'ListParagraph',
      name: 'List Paragraph',
      token: 'body',
      paragraph: { contextualSpacing: true, before: half, after: half },
    },
    {
      id: 'ListParagraphSpaced',
      name: 'List Paragraph Spaced',
      token: 'body',
      paragraph: { before: half, after: half },
    },
    ...continuations(template, 'ListContinue', 'List Continue', 'body', pt(0), half),
    ...continuations(template, 'QuoteList', 'Quote List', 'quotation', quotation.inset, pt(0)),
  ]
}

const quotePart = (id: string, name: string, paragraph: ParagraphExtras): ParagraphStyle => ({
  id,
  name,
  token: 'quotation',
  basedOn: 'Quote',
  paragraph,
})

/** `heading 1` is a chapter's title; each has the outline level of its name. */
export function headingStyles(): readonly ParagraphStyle[] {
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
    paragraph: { keepNext: true, keepLines: true, outlineLevel: index },
  }))
}
