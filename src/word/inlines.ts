import type { Inline } from '../model/nodes.ts'
import { breakHandler } from './handlers/break.ts'
import { crossReference } from './handlers/cross-reference.ts'
import { deleteHandler } from './handlers/delete.ts'
import { emphasis } from './handlers/emphasis.ts'
import { footnoteReference } from './handlers/footnote-reference.ts'
import { inlineCode } from './handlers/inline-code.ts'
import { link } from './handlers/link.ts'
import { strong } from './handlers/strong.ts'
import { text } from './handlers/text.ts'
import type { Setting, State, WordInline } from './state.ts'

/** Every inline by its handler, in order. */
export const inlines = (
  state: State,
  setting: Setting,
  nodes: readonly Inline[],
): readonly WordInline[] => nodes.flatMap((node) => inline(state, setting, node))

function inline(state: State, setting: Setting, node: Inline): readonly WordInline[] {
  switch (node.type) {
    case 'text':
      return text(state, setting, node)
    case 'emphasis':
      return emphasis(state, setting, node)
    case 'strong':
      return strong(state, setting, node)
    case 'delete':
      return deleteHandler(state, setting, node)
    case 'inlineCode':
      return inlineCode(state, setting, node)
    case 'break':
      return breakHandler(state, setting)
    case 'link':
      return link(state, setting, node)
    case 'footnoteReference':
      return footnoteReference(state, setting, node)
    case 'crossReference':
      return crossReference(state, setting, node)
  }
}
