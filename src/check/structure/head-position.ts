import type { Position } from '../../diagnostic/diagnostic.ts'

/** The first line of a block of several lines cannot be told without the text: its first character then stands for it. */
export const headPosition = ({ start, end }: Position): Position => ({
  start,
  end:
    end.line === start.line
      ? end
      : { ...start, column: start.column + 1, offset: start.offset + 1 },
})
