import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { noteSources } from './note-sources.ts'
import { isRemark } from './remark.ts'
import { hasSource, ibidIn } from './sources-in.ts'

/** "Ibid." as the first note of a chapter, also where another chapter stands before, or behind a note that names no source. */
export const ibidWithoutSource: Check = (chapter) => {
  const { at } = groundOf(chapter)
  const notes = noteSources(chapter)
  const isEnglish = /^en(?:-|$)/i.test(chapter.language)
  return notes.flatMap((source, index): Diagnostic[] => {
    const ibid = ibidIn(source)
    const before = notes[index - 1]
    if (ibid === undefined) return []
    if (before !== undefined && hasSource(before) && !(isEnglish && isRemark(before))) return []
    const { number } = source.note
    return [
      diagnose('ibid-without-source', {
        file: chapter.file,
        position: at(source.start + ibid.start, source.start + ibid.end),
        message:
          before === undefined
            ? `note ${number} is the first of its chapter and points to the one before`
            : `note ${number} points to note ${before.note.number}, which names no source`,
        help: 'name the source, or refer to the note in which it stands with `@fn-label`',
      }),
    ]
  })
}
