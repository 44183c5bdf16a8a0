import type { Chapter } from '../../model/book.ts'
import type { Block } from '../../model/nodes.ts'
import { idOf } from '../ids.ts'
import type { Place } from './state.ts'

/** Where everything stands that can be referred to, by anchor: chapters, headings, figures, tables, notes. `hrefs` by chapter id. */
export function placesOf(
  chapters: readonly Chapter[],
  hrefs: ReadonlyMap<string, string>,
): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const chapter of chapters) {
    const file = hrefs.get(chapter.id) ?? ''
    const anchors = [
      chapter.id,
      ...anchorsOf(chapter.children),
      ...chapter.notes.flatMap((note) => [
        note.anchor,
        note.numberAnchor,
        note.reference,
        ...anchorsOf(note.children),
      ]),
    ]
    for (const anchor of anchors) places.set(anchor, { file, id: idOf(anchor) })
  }
  return places
}

function anchorsOf(nodes: readonly Block[]): string[] {
  return nodes.flatMap((node): string[] => {
    switch (node.type) {
      case 'heading':
      case 'table':
      case 'figure':
        return node.anchor === undefined ? [] : [node.anchor]
      case 'blockquote':
        return anchorsOf(node.children)
      case 'list':
        return node.children.flatMap((item) => anchorsOf(item.children))
      default:
        return []
    }
  })
}
