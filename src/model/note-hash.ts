import { createHash } from 'node:crypto'
import type { Footnote } from './nodes.ts'
import { inlinesOf } from './text.ts'

/** SHA-256 of what a note says, without its number and its layout: by it a note is known again under another label. */
export function hashOfNote({ children }: Footnote): string {
  const hash = createHash('sha256')
  for (const inline of inlinesOf(children)) {
    if (inline.type === 'text' || inline.type === 'inlineCode')
      hash.update(inline.value.normalize('NFC'))
    if (inline.type === 'link') hash.update(`\0${inline.url}\0`)
    if (inline.type === 'crossReference') hash.update(`\0${inline.kind}\0`)
  }
  return hash.digest('hex')
}
