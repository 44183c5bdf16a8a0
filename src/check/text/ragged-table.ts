import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { groundOf } from '../ground.ts'
import { gluedCaption } from '../structure/glued-caption.ts'
import type { Check } from '../rule.ts'

/** Rows with more or fewer cells than the head: GFM 4.10 drops what is too many and fills what lacks. */
export const raggedTable: Check = (chapter, book) => {
  const { at, text } = groundOf(chapter)
  const captions = gluedCaption(chapter, book).map(({ position }) => position?.start.line)
  return chapter.written.tables.flatMap(({ rows: [head, ...rows] }) =>
    rows.flatMap(({ cells, position: { start, end } }): Diagnostic[] => {
      if (head === undefined || cells === head.cells || captions.includes(start.line)) return []
      const isText = !text.slice(start.offset, end.offset).includes('|')
      const wanted = counted(head.cells)
      return [
        diagnose('ragged-table', {
          file: chapter.file,
          position: at(start.offset, end.offset),
          message: isText
            ? `this line is glued to the table, and is read as a row of it`
            : `the row has ${counted(cells)}, and the head of the table ${wanted}`,
          note:
            cells > head.cells
              ? 'what is in the cells that are too many is printed nowhere'
              : 'the cells that are missing are filled in at the end of the row',
          help: isText
            ? 'part it from the table with a blank line'
            : cells > head.cells
              ? 'write `\\|` for a bar that parts no cells, or give the head as many cells'
              : 'write an empty cell, `| |`, for each that is missing',
        }),
      ]
    }),
  )
}

const counted = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`)
