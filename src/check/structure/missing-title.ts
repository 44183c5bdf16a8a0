import { diagnose } from '../../diagnostic/diagnose.ts'
import { damagesOf } from '../damage.ts'
import { groundOf } from '../ground.ts'
import { titlePosition } from './title.ts'
import type { Check } from '../rule.ts'

/** Neither the metadata nor a level-1 heading has one. */
export const missingTitle: Check = (chapter) => {
  if (titlePosition(chapter) !== undefined) return []
  if (chapter.written.headings.some(({ level }) => level === 1)) return []
  // A metadata block that is not closed has swallowed it.
  if (damagesOf(chapter).some(({ rule, start }) => rule === 'unclosed-fence' && start === 0))
    return []
  return [
    diagnose('missing-title', {
      file: chapter.file,
      position: groundOf(chapter).at(0, 0),
      message: 'the chapter has no title',
      help: 'write `title: …` in its metadata, or `# …` as its first line',
    }),
  ]
}
