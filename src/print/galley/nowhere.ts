import type { Position } from '../../diagnostic/diagnostic.ts'

/** No place in any file: of what the program says by itself. */
export const NOWHERE: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}
