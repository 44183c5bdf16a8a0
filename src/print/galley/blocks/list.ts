import type { List, ListItem } from '../../../model/nodes.ts'
import { pt, type Pt } from '../../../unit/length.ts'
import { within, type Composer, type Place, type PlaceLabel } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { changeFirst, changeLast, settle } from '../slugs.ts'
import { faceKey, featuresOf } from '../style.ts'

/** White between a marker and its text, in ems: more than a word space, so that the marker stands apart. */
const GAP = 0.45
/** Width of a figure in ems, at the most: for the width of numbers. */
const FIGURE = 0.56

/** Price of a page that parts the first item, or the last, from the others. */
const PARTED = 100

/** A list: markers stand at the indent of a paragraph and text hangs after them; a nested list stands under the text of its item. */
export function list(composer: Composer, node: List, place: Place): readonly Slug[] {
  const style = composer.template.styles[place.style]
  const width = indentOf(composer, node, style.size)
  // A list that is the first block of a labelled item: the outer marker keeps its place.
  const outer = place.label
  const around = within(place)
  const isInText = place.listDepth === 0 && outer === undefined && place.note === undefined
  const inset = (outer?.width ?? 0) + (isInText ? style.indent : 0)
  const left = pt(place.left + inset)
  const measure = pt(place.measure - inset)
  const last = node.children.length - 1
  const slugs = node.children.flatMap((item, index) => {
    const label: PlaceLabel = {
      part: 'marker',
      width,
      align: 'end',
      gap: pt(style.size * GAP),
      runs: [
        {
          text: markerOf(composer, node, item, index, place.listDepth),
          face: faceKey(composer.template, style),
          size: style.size,
          color: style.color,
          features: { ...featuresOf(style), figures: 'lining' },
          meaning: { type: 'marker' },
          position: item.position,
        },
      ],
    }
    const inside = composer.blocks(item.children, {
      ...around,
      left,
      measure,
      path: [...place.path, index],
      listDepth: place.listDepth + 1,
      label,
    })
    const priced = changeLast(inside, (slug) => ({
      breakAfter: slug.breakAfter + partedAfter(index, last, inside.length),
    }))
    return node.spread && index > 0 && place.note === undefined
      ? changeFirst(priced, () => ({ spaceBefore: composer.template.lists.space }))
      : priced
  })
  return place.listDepth === 0 && place.note === undefined ? inSpace(composer, slugs) : slugs
}

/** What a page end after an item costs. One line of a list never stands alone under its introduction. */
function partedAfter(index: number, last: number, lines: number): number {
  if (index === 0 && last > 0 && lines === 1) return Infinity
  return last > 1 && (index === 0 || index === last - 1) ? PARTED : 0
}

/** White over and under an outermost list. Half a line each, so that text under it is on the grid again; what is missing is shared. */
function inSpace({ template, grid }: Composer, slugs: readonly Slug[]): readonly Slug[] {
  const { space } = template.lists
  const inside = slugs.map((slug) => ({ ...slug, onGrid: false }))
  const opened = changeFirst(inside, (slug) => ({
    spaceBefore: pt(Math.max(slug.spaceBefore, space)),
  }))
  const closed = changeLast(opened, (slug) => ({
    spaceAfter: pt(Math.max(slug.spaceAfter, space)),
  }))
  return settle(closed, grid)
}

/** The column of the markers: as the template says, wider where the greatest number is. */
function indentOf(composer: Composer, node: List, size: number): Pt {
  const { indent } = composer.template.lists
  if (!node.ordered) return indent
  const figures = String(node.start + node.children.length - 1).length
  return pt(Math.max(indent, (figures * FIGURE + 0.25 + GAP) * size))
}

function markerOf(
  { template }: Composer,
  node: List,
  item: ListItem,
  index: number,
  depth: number,
): string {
  if (item.checked !== undefined) return item.checked ? '[x]' : '[\u2007]'
  if (node.ordered) return `${node.start + index}.`
  const { bullets } = template.lists
  return bullets[Math.min(depth, bullets.length - 1)] ?? '•'
}
