import { h } from 'hastscript'
import type { Chapter } from '../../model/book.ts'
import type { Block, Figure, Table } from '../../model/nodes.ts'
import type { ContentsEntry, Listing } from '../publication.ts'
import { withoutLinks } from './contents.ts'
import { floatId } from './float-id.ts'
import { inlines } from './inlines.ts'
import type { State } from './state.ts'

/** Fewer figures, or tables, need no list; as in print. */
const FEWEST = 3

/** A chapter as the lists see it, with its line in the contents. */
export interface Listed {
  readonly chapter: Chapter
  readonly state: State
  readonly contents: ContentsEntry
}

/** The lists of figures and of tables of a book (EPUB 3.3, 7.4.1.4: `loi`, `lot`), under the titles of their chapters. */
export function listings(chapters: readonly Listed[], words: State['words']): readonly Listing[] {
  if (chapters.length < 2) return []
  const list = (type: 'figure' | 'table'): ContentsEntry[] =>
    chapters.flatMap(({ chapter, state, contents }): ContentsEntry[] => {
      const children = floatsIn(chapter.children)
        .filter((node) => node.type === type && node.number !== undefined)
        .map((node) => entry(state, node))
      return children.length === 0 ? [] : [{ ...contents, children }]
    })
  const count = (entries: readonly ContentsEntry[]): number =>
    entries.reduce((sum, { children }) => sum + children.length, 0)
  return [
    { type: 'loi' as const, title: words.figures, entries: list('figure') },
    { type: 'lot' as const, title: words.tables, entries: list('table') },
  ].filter(({ entries }) => count(entries) >= FEWEST)
}

function entry(state: State, node: Figure | Table): ContentsEntry {
  const caption = withoutLinks(inlines(state, node.caption))
  const label = `${state.words[node.type]}\u00A0${node.number ?? ''}. `
  return {
    href: `${state.file}#${floatId(node) ?? ''}`,
    label: h('span', [{ type: 'text', value: label }, ...caption]),
    children: [],
  }
}

function floatsIn(nodes: readonly Block[]): (Figure | Table)[] {
  return nodes.flatMap((node): (Figure | Table)[] => {
    if (node.type === 'figure' || node.type === 'table') return [node]
    if (node.type === 'blockquote') return floatsIn(node.children)
    if (node.type === 'list') return node.children.flatMap((item) => floatsIn(item.children))
    return []
  })
}
