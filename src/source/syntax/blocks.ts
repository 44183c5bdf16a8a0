import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { attributesOf, splitTrailingAttributes } from './attributes.ts'
import type { Figure, TableCaption } from './nodes.ts'

/**
 * Lifts what this format reads in whole blocks: an image alone in its paragraph is a figure, a
 * paragraph `: …` after a table its caption, and `{#sec-x}` at the end of a heading its identifier.
 * Returns a new tree; `text` is the source, by which an escaped brace is told from a brace.
 */
export function liftBlocks(tree: Root, text: string): Root {
  return lift(tree, text) as Root
}

function lift(node: Nodes, text: string): Nodes {
  if (!('children' in node)) return node
  const children: Nodes[] = []
  for (const child of node.children as Nodes[]) {
    const lifted = liftOne(child, children.at(-1), text)
    children.push(lift(lifted, text))
  }
  return { ...node, children } as Parents
}

function liftOne(node: Nodes, previous: Nodes | undefined, text: string): Nodes {
  if (node.type === 'heading') {
    const split = splitAtEnd(node.children, text)
    if (split === undefined) return node
    const { identifier } = attributesOf(split.raw)
    return {
      ...node,
      children: split.children,
      data: { ...node.data, ...(identifier === undefined ? {} : { identifier }) },
    }
  }
  if (node.type !== 'paragraph') return node
  return figureOf(node) ?? (previous?.type === 'table' ? captionOf(node, text) : undefined) ?? node
}

function figureOf(paragraph: Paragraph): Figure | undefined {
  const [only, ...others] = paragraph.children.filter((child) => !isBlank(child))
  if (only === undefined || others.length > 0) return undefined
  if (only.type === 'figure') return only
  // `![Caption][map]`: CommonMark keeps its brackets as plain text.
  return undefined
}

function captionOf(paragraph: Paragraph, text: string): TableCaption | undefined {
  const [first, ...rest] = paragraph.children
  if (first?.type !== 'text' || !/^:\s/u.test(first.value)) return undefined
  const opened = { ...first, value: first.value.replace(/^:\s+/u, '') }
  const children: PhrasingContent[] = opened.value === '' ? rest : [opened, ...rest]
  const split = splitAtEnd(children, text)
  const identifier = split && attributesOf(split.raw).identifier
  return {
    type: 'tableCaption',
    ...(identifier === undefined ? {} : { identifier }),
    children: split?.children ?? children,
    ...(paragraph.position ? { position: paragraph.position } : {}),
  }
}

/** Takes trailing attributes off the last text of a run of inlines, unless their brace is escaped in the source. */
function splitAtEnd(
  children: readonly PhrasingContent[],
  text: string,
): { children: PhrasingContent[]; raw: string } | undefined {
  const last = children.at(-1)
  if (last?.type !== 'text' || !last.position) return undefined
  const split = splitTrailingAttributes(last.value)
  if (split === undefined) return undefined
  const written = text.slice(last.position.start.offset, last.position.end.offset).trimEnd()
  if (!written.endsWith(split.raw) || written.at(-split.raw.length - 1) === '\\') return undefined
  const before = children.slice(0, -1)
  return {
    children: split.before === '' ? before : [...before, { ...last, value: split.before }],
    raw: split.raw,
  }
}

const isBlank = (node: RootContent): boolean => node.type === 'text' && node.value.trim() === ''
