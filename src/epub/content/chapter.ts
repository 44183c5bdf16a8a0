import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Chapter } from '../../model/book.ts'
import { idOf } from '../ids.ts'
import { block } from './blocks.ts'
import { inlines } from './inlines.ts'
import { notes } from './notes.ts'
import { section, sectionsOf } from './sections.ts'
import type { State } from './state.ts'

/** The whole chapter: title, text in nested sections, notes. */
export function chapter(state: State, node: Chapter): Element {
  const { blocks, sections } = sectionsOf(node.children)
  return h('section', { 'epub:type': 'chapter', role: 'doc-chapter' }, [
    h('h1', { id: idOf(node.id) }, inlines(state, node.title)),
    ...blocks.map((child) => block(state, child)),
    ...sections.map((child) => section(state, child)),
    ...notes(state, node.notes),
  ])
}
