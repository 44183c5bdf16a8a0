import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/**
 * A chapter as two columns: its text, and its notes, which stand beside it where there is room. To
 * each note comes what leads to it and cites it. Other elements stay as they are.
 */
export function arrange(chapter: Element, citations: ReadonlyMap<string, Element>): Element {
  const isNotes = (child: ElementContent): child is Element =>
    child.type === 'element' && hasClass(child, 'notes')
  const notes = chapter.children.filter(isNotes)
  const text = chapter.children.filter((child) => !isNotes(child))
  return {
    ...chapter,
    properties: {
      ...chapter.properties,
      className: ['chapter', ...(notes.length === 0 ? [] : ['noted'])],
    },
    children: [
      h('div', { className: ['text'] }, text),
      ...notes.map((section) => ({
        ...section,
        // A list that scrolls by itself can be scrolled with the keyboard too (WCAG 2.2, 2.1.1).
        properties: {
          ...section.properties,
          tabIndex: 0,
          role: 'region',
          ariaLabelledBy: [headOf(section)],
        },
        children: section.children.map((child) => cited(child, citations)),
      })),
    ],
  }
}

const headOf = (section: Element): string => {
  const head = section.children.find((child) => child.type === 'element')
  return head?.type === 'element' ? String(head.properties['id'] ?? '') : ''
}

function cited(node: ElementContent, citations: ReadonlyMap<string, Element>): ElementContent {
  if (node.type !== 'element' || node.tagName !== 'aside') return node
  const citation = citations.get(String(node.properties['id'] ?? ''))
  return citation === undefined ? node : { ...node, children: [...node.children, citation] }
}

const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name)
