import type { Page } from '../page/page.ts'
import type { TagElement } from './tree.ts'

/** The structure of what stands before the text: title page, colophon, contents. */
export interface Matter {
  /** Element of a block: its index, none for the title of the contents. */
  readonly elementOf: (kind: Page['kind'], path: readonly number[]) => TagElement
  /** In the order of the pages. */
  readonly sections: () => readonly TagElement[]
}

/** Nothing of it is in the Book, so elements are made as the pages come. */
export function growMatter(): Matter {
  const sections = new Map<Page['kind'], TagElement>()
  const elements = new Map<string, TagElement>()
  const contents: TagElement = { type: 'TOC', kids: [] }
  const sectionOf = (kind: Page['kind']): TagElement => {
    const known = sections.get(kind)
    if (known !== undefined) return known
    const section: TagElement = { type: 'Sect', kids: [] }
    sections.set(kind, section)
    return section
  }
  const grow = (kind: Page['kind'], index: number | undefined): TagElement => {
    const section = sectionOf(kind)
    if (kind !== 'contents' || index === undefined) {
      const element: TagElement = { type: kind === 'contents' ? 'H1' : 'P', kids: [] }
      section.kids.push(element)
      return element
    }
    if (contents.kids.length === 0) section.kids.push(contents)
    const entry: TagElement = { type: 'P', kids: [] }
    contents.kids.push({ type: 'TOCI', kids: [entry] })
    return entry
  }
  return {
    elementOf(kind, path) {
      const key = `${kind} ${path.join('.')}`
      const known = elements.get(key)
      if (known !== undefined) return known
      const element = grow(kind, path[0])
      elements.set(key, element)
      return element
    },
    sections: () => [...sections.values()],
  }
}
