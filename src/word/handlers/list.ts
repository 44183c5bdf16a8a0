import type { List, ListItem } from '../../model/nodes.ts'
import { noMarks } from '../marks.ts'
import type { ItemNumber } from '../numbering.ts'
import { paragraphOf } from '../paragraph.ts'
import { itemStyleId } from '../place.ts'
import type { Place, State, WordBlock } from '../state.ts'

/** Paragraphs with a real number or bullet (`w:numPr`), never a typed one. */
export function list(state: State, place: Place, node: List): readonly WordBlock[] {
  const number = node.ordered
    ? state.numbering.ordered(place.depth, place.start, node.start)
    : state.numbering.bullet(place.depth, place.start)
  const inside = { ...place, depth: place.depth + 1 }
  return node.children.flatMap((item) => listItem(state, inside, item, number, node.spread))
}

/** The item's first paragraph has the marker; what follows in it is set under its text. */
function listItem(
  state: State,
  place: Place,
  node: ListItem,
  number: ItemNumber,
  spread: boolean,
): readonly WordBlock[] {
  const [first, ...rest] = node.children
  const opens = first?.type === 'paragraph'
  const setting = { place, marks: noMarks }
  const children = opens ? state.inlines(setting, first.children) : []
  const marker =
    node.checked === undefined
      ? number
      : state.numbering.task(place.depth - 1, place.start, node.checked)
  return [
    paragraphOf(itemStyleId(place, spread), children, marker),
    ...state.blocks(place, opens ? rest : node.children),
  ]
}
