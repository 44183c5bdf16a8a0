import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Inline } from '../../model/nodes.ts'
import { inlines } from './inlines.ts'
import type { State } from './state.ts'

/** "Figure 2. Caption", and the credit on a line of its own; nothing where there is nothing to say. */
export function caption(
  state: State,
  tagName: 'caption' | 'figcaption',
  label: string | undefined,
  nodes: readonly Inline[],
  credit?: string,
): Element[] {
  const text = inlines(state, nodes)
  if (label === undefined && text.length === 0 && credit === undefined) return []
  const named = label === undefined ? [] : [h('b', `${label}.`), ' ']
  const line = label === undefined && text.length === 0 ? [] : [h('p', [...named, ...text])]
  const thanks = credit === undefined ? [] : [h('p', { className: ['credit'] }, credit)]
  return [h(tagName, [...line, ...thanks])]
}
