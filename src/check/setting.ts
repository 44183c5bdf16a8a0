/** What the template sets apart, as it names its styles; a check asks of each what its faces can draw. */
export type SetPart =
  | 'body'
  | 'note'
  | 'quotation'
  | 'code'
  | 'caption'
  | 'credit'
  | 'tableHead'
  | 'tableCell'
  | 'chapterTitle'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'heading5'
  | 'heading6'
  | 'bookTitle'

/** How words stand out from those around them. */
export interface SetManner {
  readonly emphasis: boolean
  readonly strong: boolean
  readonly code: boolean
}

/** How a book will be set, as far as checks ask; made of its template by `setting.ts` beside the pipeline. */
export interface Setting {
  /** Name of the template. */
  readonly template: string
  /** Whether the face of a part has a glyph for a code point. */
  readonly draws: (part: SetPart, manner: SetManner, codePoint: number) => boolean
  /** Width of the text, in points. */
  readonly measure: number
}
