import { Paragraph } from 'docx'
import { asChildren } from './element.ts'
import type { ItemNumber } from './numbering.ts'
import type { WordInline } from './state.ts'

/** What a paragraph says of itself beside its style: where it stands, never how it looks. */
export interface ParagraphRole {
  /** `w:numPr`. */
  readonly number?: ItemNumber
  /**
   * `w:keepNext`: it introduces what follows. The one property that is not its style's, since every
   * style of text would have to be there twice, and an editor who types on would drag it along.
   */
  readonly keepNext?: boolean
}

/** `w:p` in the style of this id: the one place where paragraphs of text, notes and cells are made. */
export const paragraphOf = (
  style: string,
  children: readonly WordInline[],
  { number, keepNext }: ParagraphRole = {},
): Paragraph =>
  new Paragraph({
    style,
    ...(keepNext === true && { keepNext }),
    ...(number !== undefined && { numbering: { ...number, instance: 0 } }),
    children: asChildren(children),
  })
