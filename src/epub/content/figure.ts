import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Figure } from '../../model/nodes.ts'
import { caption } from './caption.ts'
import { floatId } from './float-id.ts'
import { breaksBeforeBlock } from './inlines.ts'
import type { State } from './state.ts'

/** A figure with its alternative text (WCAG 2.2, 1.1.1), caption and credit. */
export function figure(state: State, node: Figure): Element {
  const { href: src, width } = state.image(node.image)
  const id = floatId(node)
  const label = node.number === undefined ? undefined : `${state.words.figure}\u00A0${node.number}`
  return h('figure', id === undefined ? {} : { id }, [
    ...breaksBeforeBlock(state, node),
    // A drawing fills the measure, whatever its units; a picture of pixels is never blown up.
    h('img', {
      src,
      alt: node.alt,
      className: [src.endsWith('.svg') ? 'drawing' : 'picture'],
      ...(width === undefined ? {} : { style: `width: ${width}` }),
    }),
    ...caption(state, 'figcaption', label, node.caption, node.credit),
  ])
}
