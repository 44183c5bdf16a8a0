import type { Nodes, PhrasingContent, Root } from 'mdast'
import type { Position } from '../diagnostic/diagnostic.ts'
import { collapse, trimInlines } from './handlers/white-space.ts'
import type { Inline } from './nodes.ts'

/** Title page and colophon: the template's Markdown, its slots filled from the book. */
export interface FrontMatter {
  readonly titlePage: readonly MatterBlock[]
  readonly colophon: readonly MatterBlock[]
}

/** One paragraph of a title page or colophon. `title` is a level-1 heading of the template's Markdown, `subtitle` level 2, `chapter` level 3. */
export interface MatterBlock {
  readonly role: 'title' | 'subtitle' | 'chapter' | 'text'
  readonly children: readonly Inline[]
}

/** What may stand in braces in a template's Markdown; an empty text for what a book does not have. */
export const slotNames = [
  'title',
  'subtitle',
  'short-title',
  'authors',
  'contributors',
  'imprint',
  'chapter',
  'date',
  'version',
  'status',
  'notes',
  'corrections',
  'rights',
  'licence',
  'isbn',
  'identifier',
  'source',
] as const

const headingRoles: Readonly<Record<number, MatterBlock['role']>> = { 1: 'title', 2: 'subtitle' }

export type Slots = Readonly<Record<(typeof slotNames)[number], string>>

const slot = /\{([a-z-]+)\}/gu

/**
 * Fills the slots of a template's page, already parsed: a slot becomes text, whatever it holds, and
 * never Markdown. A paragraph whose slots are all empty is left out.
 */
export function fillPage(tree: Root, slots: Slots): MatterBlock[] {
  return tree.children.flatMap((node): MatterBlock[] => {
    if (node.type !== 'heading' && node.type !== 'paragraph') return []
    const wanted = [...sourceText(node).matchAll(slot)].map(([, name]) => name as keyof Slots)
    if (wanted.length > 0 && wanted.every((name) => (slots[name] ?? '') === '')) return []
    const children = trimInlines(node.children.flatMap((child) => fill(child, slots)))
    if (children.length === 0) return []
    const role = node.type === 'paragraph' ? 'text' : (headingRoles[node.depth] ?? 'chapter')
    return [{ role, children }]
  })
}

/** The slots in a template's page that no book can fill, for the loader to refuse. */
export const unknownSlots = (text: string): string[] =>
  [...text.matchAll(slot)]
    .map(([, name = '']) => name)
    .filter((name) => !(slotNames as readonly string[]).includes(name))

function sourceText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? (node.children as Nodes[]).map(sourceText).join('') : ''
}

function fill(node: PhrasingContent, slots: Slots): Inline[] {
  const position = node.position as Position
  switch (node.type) {
    case 'text': {
      const value = collapse(
        node.value.replace(slot, (whole, name: keyof Slots) => slots[name] ?? whole),
      )
      return value === '' ? [] : [{ type: 'text', value, position }]
    }
    case 'emphasis':
    case 'strong':
      return [
        {
          type: node.type,
          children: node.children.flatMap((child) => fill(child, slots)),
          position,
        },
      ]
    case 'break':
      return [{ type: 'break', position }]
    case 'link':
      return [
        {
          type: 'link',
          url: node.url,
          bare: sourceText(node) === node.url,
          children: node.children.flatMap((child) => fill(child, slots)),
          position,
        },
      ]
    default:
      return []
  }
}
