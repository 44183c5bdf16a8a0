import type { Position } from '../../diagnostic/diagnostic.ts'
import type { Chapter } from '../../model/book.ts'

/** Where the number contract stands in the metadata: `footnotes: 568-600`, key and value. */
export function contractPosition({ written }: Chapter): Position | undefined {
  const { footnotes: key, 'footnotes=': value } = written.metadataPositions
  if (key === undefined) return value
  return value === undefined || value.start.line !== key.start.line
    ? key
    : { start: key.start, end: value.end }
}
