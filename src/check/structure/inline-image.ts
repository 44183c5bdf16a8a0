import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'

export const inlineImage: Check = (chapter) =>
  chapter.written.inlineImages.map((position) =>
    diagnose('inline-image', {
      file: chapter.file,
      position,
      message: 'an image stands inside a paragraph',
      help: 'put it in a paragraph of its own: `![Caption](map.svg){#fig-x alt="…"}`',
    }),
  )
