import type { Position } from '../../diagnostic/diagnostic.ts'
import type { Chapter } from '../../model/book.ts'

/** Where the metadata has the chapter's title; absence means that it has none. */
export const titlePosition = ({ written }: Chapter): Position | undefined =>
  written.metadataPositions['title'] ?? written.metadataPositions['title=']
