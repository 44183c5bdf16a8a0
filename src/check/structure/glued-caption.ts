import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'

/** A last row that begins with a colon: GFM reads every line up to a blank one as a row. */
export const gluedCaption: Check = (chapter) =>
  chapter.written.tables.flatMap(({ rows, hasCaption }) => {
    const last = rows.at(-1)
    if (rows.length < 2 || hasCaption || last === undefined || !/^:\s*\S/.test(last.text)) return []
    const source = chapter.written.text.slice(last.position.start.offset, last.position.end.offset)
    if (source.trimStart().startsWith('|')) return []
    return [
      diagnose('glued-caption', {
        file: chapter.file,
        position: last.position,
        message: 'the caption is glued to the last row of its table',
        help: 'put a blank line before it',
        fix: [{ start: last.position.start.offset, end: last.position.start.offset, text: '\n' }],
      }),
    ]
  })
