import type { Element } from 'hast'

/** All text in an element; a line break reads as a space. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element') return ''
      return child.tagName === 'br' ? ' ' : textOf(child)
    })
    .join('')
}
