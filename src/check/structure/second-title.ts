import { diagnose } from '../../diagnostic/diagnose.ts'
import { titlePosition } from './title.ts'
import type { Check } from '../rule.ts'

/** Every level-1 heading after the title: the metadata's, else the first level-1 heading. */
export const secondTitle: Check = (chapter) => {
  const titles = chapter.written.headings.filter(({ level }) => level === 1)
  const inMetadata = titlePosition(chapter)
  const first = inMetadata ?? titles[0]?.position
  return (inMetadata === undefined ? titles.slice(1) : titles).map(({ text, position }) =>
    diagnose('second-title', {
      file: chapter.file,
      position,
      message: `\`# ${text}\` is a second title`,
      help:
        inMetadata === undefined
          ? 'write it with `##`, or make it a chapter of its own'
          : 'write it with `##`, or take `title` out of the metadata',
      related:
        first === undefined ? [] : [{ file: chapter.file, position: first, message: 'the title' }],
    }),
  )
}
