import { diagnose } from '../../diagnostic/diagnose.ts'
import { looseBraces } from './figure-braces.ts'
import type { Check } from '../rule.ts'

/** An image whose braces are not read is meant as a figure: `figure-braces`. */
export const inlineImage: Check = (chapter) => {
  const loose = new Set(looseBraces(chapter).map(({ image }) => image))
  const images = chapter.written.inlineImages.filter((position) => !loose.has(position))
  return images.map((position) =>
    diagnose('inline-image', {
      file: chapter.file,
      position,
      message: 'an image stands inside a paragraph',
      help: 'put it in a paragraph of its own: `![Caption](map.svg){#fig-x alt="…"}`',
    }),
  )
}
