import { Paragraph } from 'docx'
import { asChildren } from './element.ts'
import type { ItemNumber } from './numbering.ts'
import type { WordInline } from './state.ts'

/**
 * `w:p` in the style of this id: the one place where paragraphs of text, notes and cells are made, so
 * that whatever all of them must carry (a hidden bookmark with the paragraph's identity) has its place.
 */
export const paragraphOf = (
  style: string,
  children: readonly WordInline[],
  number?: ItemNumber,
): Paragraph =>
  new Paragraph({
    style,
    ...(number !== undefined && { numbering: { ...number, instance: 0 } }),
    children: asChildren(children),
  })
