import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'
import { unreferencedIn } from './unreferenced.ts'

export const unreferencedFigure: Check = (chapter, book) =>
  unreferencedIn(chapter.written.figures, chapter, book).map(({ identifier, position }) =>
    diagnose('unreferenced-figure', {
      file: chapter.file,
      position,
      message: `no text mentions the figure${identifier === undefined ? '' : ` \`${identifier}\``}`,
      help: `write \`@${identifier ?? 'fig-x'}\` where a reader should look at it`,
    }),
  )
