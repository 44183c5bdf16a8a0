import type { CrossReference as CrossReferenceNode } from '../../source/syntax/nodes.ts'
import type { State } from '../state.ts'
import type { CrossReference } from '../nodes.ts'
import { placeOf } from './place.ts'

const kinds = { sec: 'section', fig: 'figure', tbl: 'table', fn: 'note' } as const

/** A reference with what it leads to; one that leads nowhere keeps its spelling as its title. */
export function convertCrossReference(node: CrossReferenceNode, state: State): CrossReference {
  const position = placeOf(node)
  const target = state.targets.resolve(state.chapter.id, node)
  const common = { type: 'crossReference', bare: node.bare, page: node.page, position } as const
  if (typeof target === 'string') {
    const title = state.chapter.text.slice(position.start.offset, position.end.offset)
    return { ...common, kind: kinds[node.kind], title }
  }
  const chapter = target.chapter === state.chapter.id ? undefined : state.titles.get(target.chapter)
  return {
    ...common,
    kind: target.kind,
    anchor: target.anchor,
    ...(target.number === undefined ? {} : { number: target.number }),
    title: target.title,
    ...(chapter === undefined ? {} : { chapter }),
  }
}
