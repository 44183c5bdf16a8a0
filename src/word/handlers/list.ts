import type { Block, List, ListItem } from '../../model/nodes.ts'
import { pt, type Pt } from '../../unit/length.ts'
import { identified } from '../bookmark.ts'
import { introduces } from '../introduces.ts'
import { noMarks } from '../marks.ts'
import type { ItemNumber } from '../numbering.ts'
import { paragraphOf } from '../paragraph.ts'
import { isInNote, isListApart, itemStyleId, tokenOf } from '../place.ts'
import type { Place, State, WordBlock } from '../state.ts'

/** White between a number and its text, in em. */
const GAP = 0.35
/** Width of a figure in em, at the most, and of the full stop after a number. */
const FIGURE = 0.56
const STOP = 0.25

/** Paragraphs with a real number or bullet (`w:numPr`), never a typed one. White over the first, and in a loose list over each. */
export function list(
  state: State,
  place: Place,
  node: List,
  before: Block | undefined,
): readonly WordBlock[] {
  const { size, indent } = state.template.styles[tokenOf(place.within)]
  const inset = place.depth === 0 && !isInNote(place) ? indent : 0
  const column = columnOf(state, node, size)
  const start = pt(place.start + inset + column)
  const number = node.ordered
    ? state.numbering.ordered(place.depth, start, pt(size * GAP), node.start)
    : state.numbering.bullet(place.depth, start)
  const inside: Place = {
    ...place,
    inItem: true,
    depth: place.depth + 1,
    start,
    measure: pt(place.measure - inset - column),
  }
  const apart = isListApart(place, before)
  return node.children.flatMap((item, index) =>
    listItem(state, inside, item, number, index === 0 ? apart : node.spread),
  )
}

/** The column of the markers: as the template says, wider where the greatest number is. */
function columnOf(state: State, node: List, size: number): Pt {
  const { indent } = state.template.lists
  if (!node.ordered) return indent
  const figures = String(node.start + node.children.length - 1).length
  return pt(Math.max(indent, (figures * FIGURE + STOP + GAP) * size))
}

/** The item's first paragraph has the marker; what follows in it is set under its text. */
function listItem(
  state: State,
  place: Place,
  node: ListItem,
  ownNumber: ItemNumber,
  spaced: boolean,
): readonly WordBlock[] {
  const [first, ...rest] = node.children
  const number =
    node.checked === undefined
      ? ownNumber
      : state.numbering.task(place.depth - 1, place.start, node.checked)
  const style = itemStyleId(place, spaced)
  // A marker before anything but text stands on a line of its own.
  if (first?.type !== 'paragraph')
    return [
      paragraphOf(style, [], { number, keepNext: true }),
      ...state.blocks(place, node.children),
    ]
  const children = identified(
    state,
    { node: first },
    state.inlines({ place, marks: noMarks }, first.children),
  )
  const keepNext = introduces(first, rest[0])
  return [paragraphOf(style, children, { number, keepNext }), ...state.blocks(place, rest, first)]
}
