import type { Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import { measureOf } from '../page.ts'
import type { ParagraphStyle } from './paragraph-style.ts'

/** White between a picture and its caption, as a share of the caption's leading, as in print. */
const GAP = 0.4

/** Styles of what stands apart from running text: code, figures, tables, their captions, a rule. */
export function displayStyles(template: Template): readonly ParagraphStyle[] {
  const { body, caption } = template.styles
  const { captionGap } = template.tables
  const gap = pt(caption.leading * GAP)
  return [
    { id: 'Code', name: 'Code', token: 'code', run: { noProof: true } },
    {
      id: 'Figure',
      name: 'Figure',
      token: 'caption',
      next: 'Caption',
      paragraph: {
        keepNext: true,
        exactLine: false,
        before: body.leading,
        after: pt(0),
        align: 'center',
      },
    },
    {
      id: 'FigureAlone',
      name: 'Figure Without Caption',
      token: 'caption',
      paragraph: { exactLine: false, before: body.leading, after: body.leading, align: 'center' },
    },
    {
      id: 'Caption',
      name: 'caption',
      token: 'caption',
      next: 'BodyText',
      paragraph: { keepLines: true, before: gap, after: body.leading },
    },
    {
      id: 'CaptionWithCredit',
      name: 'Caption With Credit',
      token: 'caption',
      basedOn: 'Caption',
      paragraph: { keepLines: true, keepNext: true, before: gap, after: pt(0) },
    },
    {
      id: 'TableCaption',
      name: 'Table Caption',
      token: 'caption',
      basedOn: 'Caption',
      paragraph: { keepNext: true, keepLines: true, before: body.leading, after: captionGap },
    },
    {
      id: 'Credit',
      name: 'Credit',
      token: 'credit',
      next: 'BodyText',
      paragraph: { after: body.leading },
    },
    // Empty: white over a table without a caption.
    {
      id: 'BeforeTable',
      name: 'Before Table',
      token: 'body',
      basedOn: 'BodyText',
      paragraph: { keepNext: true, line: pt(body.leading / 2) },
    },
    {
      id: 'AfterTable',
      name: 'After Table',
      token: 'body',
      basedOn: 'BodyText',
      next: 'BodyTextFirstIndent',
      paragraph: { before: body.leading },
    },
    {
      id: 'HorizontalLine',
      name: 'Horizontal Line',
      token: 'body',
      next: 'BodyText',
      paragraph: {
        left: pt((measureOf(template) * 5) / 12),
        right: pt((measureOf(template) * 5) / 12),
        after: body.leading,
        bottomRule: { weight: pt(0.4), color: template.colors.rule },
      },
    },
  ]
}
