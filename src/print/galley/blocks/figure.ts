import type { Figure } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import { within, type Composer, type Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { ownerOf, setParagraph } from '../set-paragraph.ts'
import { changeFirst, changeLast, heightOf, join } from '../slugs.ts'
import { faceKey, featuresOf } from '../style.ts'
import { setDrawing } from '../set-drawing.ts'
import { CAPITALS, inWhite } from '../white.ts'
import { caption, nameFloat } from './caption.ts'

/** Pixels to the inch at which a bitmap is as large as it should be. */
const RESOLUTION = 200
/** White between picture and caption, as a share of the caption's leading. */
const GAP = 0.4

/**
 * A picture with caption and credit under it, scaled to the measure and to what the page leaves
 * beside its caption. One that the text calls by its number may wait for the next page.
 */
export function figure(composer: Composer, node: Figure, place: Place): readonly Slug[] {
  const under = [
    ...caption(composer, node, composer.words.figure, place, place.measure),
    ...credit(composer, node, place),
  ]
  const spaced = changeFirst(under, (slug) => ({ spaceBefore: pt(slug.height * GAP) }))
  const picture = pictureSlug(composer, node, place, heightOf(spaced))
  const whole = join(
    changeLast([...picture, ...spaced], () => ({ breakAfter: 0 })),
    node.number !== undefined && composer.isReferred(node.anchor),
  )
  const placed = whole.map((slug) => ({ ...slug, keepsOrder: true }))
  const named = nameFloat(composer, placed, node, place.left)
  const { size } = composer.template.styles.body
  return place.note === undefined
    ? inWhite(named, topOfPicture(composer), composer.grid, size)
    : named
}

/** From the grid line over it to the top of the capitals on the first line of a page, where a picture at the head of a page begins. */
const topOfPicture = ({ grid, template }: Composer): number =>
  grid - template.styles.body.size * CAPITALS

function pictureSlug(
  composer: Composer,
  node: Figure,
  place: Place,
  underneath: number,
): readonly Slug[] {
  const picture = composer.pictureOf(node.image)
  if (picture === undefined) return []
  const top = topOfPicture(composer)
  const room = composer.column - underneath - top - composer.grid
  const natural = (picture.width * 72) / RESOLUTION
  const wanted = picture.isScalable ? place.measure : Math.min(natural, place.measure)
  const scale = Math.min(wanted / picture.width, Math.max(room, composer.grid) / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return [
    {
      spaceBefore: pt(0),
      spaceAfter: pt(0),
      height: pt(top + height),
      onGrid: false,
      breakAfter: Infinity,
      hyphenated: false,
      movable: false,
      calls: [],
      marks: [
        {
          type: 'picture',
          x: place.left,
          y: pt(top),
          width: pt(width),
          height: pt(height),
          picture: setDrawing(composer, picture, node.position),
          alt: node.alt,
          owner: ownerOf(composer, place, 'picture'),
        },
      ],
      position: node.position,
    },
  ]
}

function credit(composer: Composer, node: Figure, place: Place): readonly Slug[] {
  if (node.credit === undefined || node.credit === '') return []
  const style = composer.template.styles.credit
  return setParagraph(
    composer,
    [
      {
        text: node.credit,
        face: faceKey(composer.template, style),
        size: style.size,
        color: style.color,
        features: featuresOf(style),
        meaning: { type: 'text' },
        position: node.position,
      },
    ],
    within(place),
    { style, part: 'credit', indent: pt(0), position: node.position, isKept: true },
  )
}
