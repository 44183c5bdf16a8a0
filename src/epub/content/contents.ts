import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Chapter } from '../../model/book.ts'
import { idOf } from '../ids.ts'
import type { ContentsEntry } from '../publication.ts'
import { inlines } from './inlines.ts'
import { notesId } from './notes.ts'
import { sectionsOf, type Section } from './sections.ts'
import type { State } from './state.ts'
import { languageProperties } from './language.ts'

/** The chapter's lines in the contents: its title, its headings of level 2 as in print, its notes. */
export function chapterContents(
  state: State,
  chapter: Chapter,
  bookLanguage: string,
): ContentsEntry {
  const label = (children: ElementContent[]): Element =>
    h('span', [
      ...(state.language === bookLanguage
        ? children
        : [h('span', languageProperties(state.language, bookLanguage), children)]),
    ])
  const entry = ({ heading }: Section): ContentsEntry => ({
    href: `${state.file}#${idOf(heading.anchor)}`,
    label: label(withoutLinks(inlines(state, heading.children))),
    children: [],
  })
  const sections = sectionsOf(chapter.children).sections.filter(
    ({ heading }) => heading.level === 2,
  )
  const notes = {
    href: `${state.file}#${notesId}`,
    label: label([{ type: 'text', value: state.words.notes }]),
    children: [],
  }
  return {
    href: `${state.file}#${idOf(chapter.id)}`,
    label: label(withoutLinks(inlines(state, chapter.title))),
    children: [...sections.map(entry), ...(chapter.notes.length === 0 ? [] : [notes])],
  }
}

/** A line of the contents is one link, so calls of notes and page breaks are left out and links are their text. */
export function withoutLinks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const { role } = node.properties
    const has = (value: string): boolean => [role].flat().includes(value)
    if (has('doc-noteref') || has('doc-pagebreak')) return []
    const children = withoutLinks(node.children)
    if (node.tagName === 'a') return children
    return [{ ...node, children }]
  })
}
