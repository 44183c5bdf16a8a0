import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { noteSources } from './note-sources.ts'
import { countSources, ibidIn } from './sources-in.ts'

/** "Ibid." behind a note that names two sources or more (Chicago Manual of Style, 17th ed., 14.34). */
export const ibidAfterSeveral: Check = (chapter) => {
  const { at, text } = groundOf(chapter)
  const notes = noteSources(chapter)
  return notes.flatMap((source, index): Diagnostic[] => {
    const ibid = ibidIn(source)
    const before = notes[index - 1]
    if (ibid === undefined || before === undefined) return []
    const count =
      countSources(before, text.slice(before.start, before.end)) +
      (ibidIn(before) === undefined ? 0 : 1)
    if (count < 2) return []
    return [
      diagnose('ibid-after-several', {
        file: chapter.file,
        position: at(source.start + ibid.start, source.start + ibid.end),
        message: `note ${source.note.number} points to note ${before.note.number}, which names ${count} sources`,
        help: `name the one that is meant, or write \`@fn-${before.note.label}\` where all of them are`,
      }),
    ]
  })
}
