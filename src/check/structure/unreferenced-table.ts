import { diagnose } from '../../diagnostic/diagnose.ts'
import { headPosition } from './head-position.ts'
import type { Check } from '../rule.ts'
import { unreferencedIn } from './unreferenced.ts'

export const unreferencedTable: Check = (chapter, book) =>
  unreferencedIn(chapter.written.tables, chapter, book).map(({ identifier, position }) =>
    diagnose('unreferenced-table', {
      file: chapter.file,
      position: headPosition(position),
      message: `no text mentions the table${identifier === undefined ? '' : ` \`${identifier}\``}`,
      help: `write \`@${identifier ?? 'tbl-x'}\` where a reader should look at it`,
    }),
  )
