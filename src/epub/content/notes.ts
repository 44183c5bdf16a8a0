import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Footnote } from '../../model/nodes.ts'
import { idOf, ownId } from '../ids.ts'
import { block, blocks } from './blocks.ts'
import type { State } from './state.ts'

/** Id of the list of notes in a chapter's document. */
export const notesId = ownId('notes')

/**
 * The chapter's notes in their own section. Each is an `aside` of type `footnote` in the document of
 * its call: readers show it in place, and pandoc gives it back as a note only there.
 */
export function notes(state: State, nodes: readonly Footnote[]): Element[] {
  if (nodes.length === 0) return []
  return [
    h('section', { className: ['notes'], 'epub:type': 'footnotes' }, [
      h('h2', { id: notesId }, state.words.notes),
      ...nodes.map((node) => footnote(state, node)),
    ]),
  ]
}

/** EPUB SSV `footnote` with DPUB-ARIA `doc-footnote`. */
function footnote(state: State, node: Footnote): Element {
  const [first, ...rest] = node.children
  const number = backlink(state, node)
  const content =
    first?.type === 'paragraph'
      ? [h('p', [number, ' ', ...block(state, first).children]), ...blocks(state, rest)]
      : [h('p', number), ...blocks(state, node.children)]
  return h(
    'aside',
    { 'epub:type': 'footnote', role: 'doc-footnote', id: idOf(node.anchor) },
    content,
  )
}

/**
 * The visible number, which leads back to the call (DPUB-ARIA `doc-backlink`). It bears the note's
 * second anchor, by its number in this version.
 */
function backlink(state: State, node: Footnote): Element {
  return h(
    'a',
    {
      className: ['number'],
      'epub:type': 'backlink',
      role: 'doc-backlink',
      href: `#${idOf(node.reference)}`,
      ...(node.numberAnchor === node.anchor ? {} : { id: idOf(node.numberAnchor) }),
      ariaLabel: `${state.words.backToText}, ${state.words.note} ${node.number}`,
    },
    node.number,
  )
}
