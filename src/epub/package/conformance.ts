import { chaptersOf, type Book } from '../../model/book.ts'
import type { Block } from '../../model/nodes.ts'
import type { Template } from '../../template/template.ts'
import { contrast, parse } from '../style/color.ts'
import { selectors } from '../style/selectors.ts'

/** Least contrast of text with its ground (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5

/**
 * True where what a program can look for, and an author or a template can spoil, is as WCAG 2.2 AA
 * wants it: every image has an alternative (1.1.1), every table names its columns (1.3.1), no level
 * of heading is left out, and all text can be told from a white page (1.4.3). The rest (languages,
 * names of links, what holds what) follows from how the content is written, and is tested there.
 */
export function conforms(book: Book, template: Template): boolean {
  const { styles, colors } = template
  const inks = [
    colors.text,
    colors.link,
    colors.accent,
    ...selectors.map(([name]) => styles[name].color),
  ]
  const canBeRead = inks.every((ink) => contrast(parse(ink), parse('#ffffff')) >= LEAST_CONTRAST)
  return (
    canBeRead &&
    chaptersOf(book).every(({ children, notes }) =>
      [children, ...notes.map((note) => note.children)].every(isSound),
    )
  )
}

function isSound(blocks: readonly Block[]): boolean {
  let level = 1
  return blocks.every((block) => {
    switch (block.type) {
      case 'heading': {
        const before = level
        level = block.level
        return block.level <= before + 1
      }
      case 'figure':
        return block.alt.trim() !== ''
      case 'table':
        return block.head.cells.some(({ children }) => children.length > 0)
      case 'blockquote':
        return isSound(block.children)
      case 'list':
        return block.children.every((item) => isSound(item.children))
      default:
        return true
    }
  })
}
