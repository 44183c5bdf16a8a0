import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Block, Heading } from '../../model/nodes.ts'
import { block } from './blocks.ts'
import type { State } from './state.ts'

/** A heading with everything up to the next of its level or above it. */
export interface Section {
  readonly heading: Heading
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** The blocks of a chapter as a tree: what stands before the first heading, and the sections. */
export function sectionsOf(nodes: readonly Block[]): { blocks: Block[]; sections: Section[] } {
  const root = { blocks: [] as Block[], sections: [] as Section[] }
  const open: { level: number; blocks: Block[]; sections: Section[] }[] = [{ level: 1, ...root }]
  for (const node of nodes) {
    if (node.type === 'heading') {
      while (open.length > 1 && (open.at(-1)?.level ?? 0) >= node.level) open.pop()
      const section = { heading: node, blocks: [], sections: [] }
      open.at(-1)?.sections.push(section)
      open.push({ level: node.level, blocks: section.blocks, sections: section.sections })
    } else open.at(-1)?.blocks.push(node)
  }
  return root
}

export function section(state: State, node: Section): Element {
  return h('section', [
    block(state, node.heading),
    ...node.blocks.map((child) => block(state, child)),
    ...node.sections.map((child) => section(state, child)),
  ])
}
