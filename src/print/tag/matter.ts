import type { Page } from '../page/page.ts'
import type { TagElement } from './tree.ts'

/** The structure of what stands before and after the text: title page, colophon, lists, index. */
export interface Matter {
  /** Element of a block, by its place: of a list its index, and that of its entry; of all else the index of the block. */
  readonly elementOf: (kind: Page['kind'], path: readonly number[]) => TagElement
  readonly before: () => readonly TagElement[]
  readonly after: () => readonly TagElement[]
}

/** Nothing of it is in the Book, so elements are made as the pages come. */
export function growMatter(): Matter {
  const elements = new Map<string, TagElement>()
  const sections = new Map<string, TagElement>()
  /** A section of its own for each list, one for all else of a kind. */
  const sectionOf = (kind: Page['kind'], path: readonly number[]): TagElement => {
    const key = kind === 'contents' ? `contents ${path[0] ?? 0}` : kind
    const known = sections.get(key)
    if (known !== undefined) return known
    const section: TagElement = { type: 'Sect', kids: [] }
    sections.set(key, section)
    return section
  }
  const grow = (kind: Page['kind'], path: readonly number[]): TagElement => {
    const section = sectionOf(kind, path)
    const isTitle = kind === 'contents' ? path.length < 2 : kind === 'index' && path[0] === 0
    const element: TagElement = { type: isTitle ? 'H1' : 'P', kids: [] }
    if (kind !== 'contents' || isTitle) section.kids.push(element)
    else listIn(section).kids.push({ type: 'TOCI', kids: [element] })
    return element
  }
  return {
    elementOf(kind, path) {
      const key = `${kind} ${path.join('.')}`
      const known = elements.get(key)
      if (known !== undefined) return known
      const element = grow(kind, path)
      elements.set(key, element)
      return element
    },
    before: () => [...sections].flatMap(([kind, section]) => (kind === 'index' ? [] : [section])),
    after: () => [...sections].flatMap(([kind, section]) => (kind === 'index' ? [section] : [])),
  }
}

function listIn(section: TagElement): TagElement {
  for (const kid of section.kids) if (kid.type === 'TOC') return kid
  const list: TagElement = { type: 'TOC', kids: [] }
  section.kids.push(list)
  return list
}
