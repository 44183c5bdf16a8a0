import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** Pixels to the inch under which print looks coarse; print and Word make a picture smaller rather than coarser. */
const resolution = 200

/**
 * Bitmaps with too few pixels for the width of the text, or for their own width where the file says
 * how large it is meant to be. Drawings have no pixels. Known only where the template is.
 */
export const coarseImage: Check = (chapter, _book, setting) => {
  if (setting === undefined) return []
  const { at } = groundOf(chapter)
  return chapter.written.figures.flatMap(({ url, position }): Diagnostic[] => {
    const image = chapter.images[url]
    if (image === undefined || image.format === 'svg') return []
    const measure = setting.measure / 72
    const own = image.density === undefined ? Infinity : image.width / image.density
    const inches = Math.min(measure, own)
    const dots = Math.floor(image.width / inches + 0.5)
    if (dots >= resolution) return []
    const whose = own < measure ? 'its own width' : 'the width of the text'
    return [
      diagnose('coarse-image', {
        file: chapter.file,
        position: at(position.start.offset, position.end.offset),
        message: `\`${url}\` is ${image.width} pixels wide: ${dots} to the inch at ${whose}, ${inches.toFixed(1)} inches`,
        help: `use one that is at least ${Math.ceil(inches * resolution)} pixels wide, or a drawing as SVG`,
      }),
    ]
  })
}
