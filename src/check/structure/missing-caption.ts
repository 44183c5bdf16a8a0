import { diagnose } from '../../diagnostic/diagnose.ts'
import { headPosition } from './head-position.ts'
import type { Check } from '../rule.ts'

/** A figure or table with an identifier, by which it can be referred to, has no caption and so no number. */
export const missingCaption: Check = (chapter) => {
  const { figures, tables } = chapter.written
  return [
    ...figures.map((figure) => ({
      ...figure,
      what: 'figure',
      where: 'between the brackets: `![Caption](…)`',
    })),
    ...tables.map((table) => ({
      ...table,
      what: 'table',
      where: 'under the table, after a blank line: `: Caption {#tbl-x}`',
    })),
  ]
    .filter(({ identifier, hasCaption }) => identifier !== undefined && !hasCaption)
    .map(({ identifier = '', position, what, where }) =>
      diagnose('missing-caption', {
        file: chapter.file,
        position: headPosition(position),
        message: `the ${what} \`${identifier}\` has no caption`,
        help: `write one ${where}`,
      }),
    )
}
