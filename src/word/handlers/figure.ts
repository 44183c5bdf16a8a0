import { ImageRun, type IImageOptions } from 'docx'
import type { Figure } from '../../model/nodes.ts'
import { bookmarked, identified } from '../bookmark.ts'
import { figureSize } from '../figure-size.ts'
import { noMarks } from '../marks.ts'
import { paragraphOf } from '../paragraph.ts'
import { styleAt } from '../place.ts'
import { run } from '../run.ts'
import type { Place, State, WordBlock, WordInline } from '../state.ts'
import { caption } from '../caption.ts'

/** A picture in line with the text (`wp:inline`) with its alternative text, and under it caption and credit. */
export function figure(state: State, place: Place, node: Figure): readonly WordBlock[] {
  const captioned = caption(state, place, node)
  const drawn = [imageRun(state, place, node)]
  // Without a caption there is no "Figure 1" for the bookmark to stand around.
  const picture: readonly WordInline[] =
    captioned.length === 0 && node.anchor !== undefined
      ? bookmarked(state, node.anchor, drawn)
      : drawn
  const credit = node.credit
  const follows = captioned.length > 0 || credit !== undefined
  const captionStyle = credit === undefined ? 'Caption' : 'CaptionWithCredit'
  const styled = (style: string): string => styleAt(state, place, style)
  return [
    paragraphOf(styled(follows ? 'Figure' : 'FigureAlone'), identified(state, { node }, picture)),
    ...(captioned.length > 0
      ? [paragraphOf(styled(captionStyle), identified(state, { node, part: 'caption' }, captioned))]
      : []),
    ...(credit === undefined
      ? []
      : [
          paragraphOf(
            styled('Credit'),
            identified(state, { node, part: 'credit' }, [
              run(state, { place, marks: noMarks }, [credit]),
            ]),
          ),
        ]),
  ]
}

function imageRun(state: State, place: Place, node: Figure): ImageRun {
  const image = place.chapter.images[node.image]
  if (image === undefined) throw new Error(`no image ${node.image} in ${place.chapter.file}`)
  const size = figureSize(state.template, image, place.measure)
  const id = String(state.nextDrawing)
  state.nextDrawing += 1
  const shared: Pick<IImageOptions, 'transformation' | 'altText'> = {
    // Pixels of 96 to the inch, `docx`'s unit.
    transformation: { width: size.width / 0.75, height: size.height / 0.75 },
    altText: { id, name: `Picture ${id}`, description: node.alt },
  }
  if (image.format !== 'svg') {
    const type = image.format === 'jpeg' ? 'jpg' : 'png'
    return new ImageRun({ ...shared, type, data: image.bytes })
  }
  const bitmap = state.bitmaps.get(image.path)
  if (bitmap === undefined) throw new Error(`no bitmap of ${image.path}`)
  return new ImageRun({
    ...shared,
    type: 'svg',
    data: image.bytes,
    fallback: { type: 'png', data: bitmap },
  })
}
