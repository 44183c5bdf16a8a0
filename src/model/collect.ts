import type { FootnoteDefinition, Nodes, PhrasingContent, Table } from 'mdast'
import type { Position } from '../diagnostic/diagnostic.ts'
import type { ManuscriptChapter } from '../source/manuscript.ts'
import type { TableCaption } from '../source/syntax/nodes.ts'
import { passageOf } from './passage.ts'
import { plainText } from './plain-text.ts'
import type { CallPlace, Written, WrittenCall, WrittenProse } from './written.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }

/** What was collected of a chapter: `Written` but for what only the whole book knows. */
export interface Collected {
  readonly written: Written
  /** Text of each note by key: the first definition of a label, and inline notes. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition | Extract<Nodes, { type: 'inlineNote' }>>
}

/** Key of a note in its chapter: CommonMark's matching of labels (6.3: case folded), or the place of an inline note. */
export const noteKey = (
  node: Extract<Nodes, { type: 'footnoteReference' | 'footnoteDefinition' | 'inlineNote' }>,
): string => (node.type === 'inlineNote' ? `^${node.position?.start.offset ?? 0}` : node.identifier)

/** Walks a chapter once, in reading order, and writes down what stands in it. */
export function collect(chapter: ManuscriptChapter): Collected {
  const calls: Mutable<WrittenCall>[] = []
  const written: Mutable<Written> = {
    text: chapter.text,
    scan: chapter.scan,
    calls: [],
    definitions: [],
    headings: [],
    figures: [],
    tables: [],
    references: [],
    links: [],
    linkDefinitions: [],
    html: [],
    inlineImages: [],
    comments: [],
    prose: [],
    metadataPositions: chapter.metadataPositions,
  }
  const notes = new Map<string, FootnoteDefinition | Extract<Nodes, { type: 'inlineNote' }>>()
  const usedLinks = new Set<string>()
  visit(chapter.tree, { place: 'text' })
  written.calls = calls
  written.linkDefinitions = written.linkDefinitions.map((definition) => ({
    ...definition,
    used: usedLinks.has(definition.label.toLowerCase()),
  }))
  return { written, notes }

  interface Context {
    readonly place: CallPlace
    readonly inNote?: string
    /** In a list or a quotation. */
    readonly nested?: true
    /** The caption that follows a table. */
    readonly caption?: TableCaption
  }

  function visit(node: Nodes, context: Context): void {
    const position = node.position as Position
    const prose = (place: WrittenProse['place'], inlines: readonly PhrasingContent[]): void => {
      written.prose.push({
        position,
        place,
        ...(context.inNote === undefined ? {} : { inNote: context.inNote }),
        nested: context.nested === true,
        ...passageOf(inlines, chapter.text, position.start.offset, position.end.offset),
      })
    }
    switch (node.type) {
      case 'heading':
        written.headings.push({
          level: node.depth,
          text: plainText(node.children),
          position,
          ...(node.data?.identifier === undefined ? {} : { identifier: node.data.identifier }),
        })
        prose('heading', node.children)
        return children(node, { ...context, place: 'heading' })
      case 'paragraph':
        prose('paragraph', node.children)
        break
      case 'tableCell':
        prose('cell', node.children)
        return children(node, {
          ...context,
          place: context.place === 'text' ? 'table' : context.place,
        })
      case 'table':
        collectTable(node, context.caption)
        break
      case 'tableCaption':
        prose('caption', node.children)
        return children(node, { ...context, place: 'caption' })
      case 'figure':
        collectFigure(node, position)
        prose('caption', node.children)
        return children(node, { ...context, place: 'caption' })
      case 'link':
      case 'linkReference':
        if (node.type === 'linkReference') usedLinks.add(node.identifier)
        else written.links.push({ url: node.url, text: plainText(node.children), position })
        return children(node, { ...context, place: 'link' })
      case 'imageReference':
        usedLinks.add(node.identifier)
        written.inlineImages.push(position)
        return
      case 'image':
        written.inlineImages.push(position)
        return
      case 'definition':
        written.linkDefinitions.push({
          label: node.label ?? node.identifier,
          url: node.url,
          used: false,
          position,
        })
        return
      case 'html': {
        const comment = /^<!--([\s\S]*?)-->\s*$/u.exec(node.value)
        if (comment) written.comments.push({ value: comment[1] ?? '', position })
        else written.html.push(position)
        return
      }
      case 'footnoteReference':
        collectCall(noteKey(node), node.label ?? node.identifier, position, context, false)
        return
      case 'inlineNote':
        collectCall(noteKey(node), '', position, context, true)
        notes.set(noteKey(node), node)
        return children(node, { ...context, place: 'note', inNote: '' })
      case 'footnoteDefinition':
        collectDefinition(node, position)
        return children(node, { place: 'note', inNote: node.label ?? node.identifier })
      case 'list':
      case 'blockquote':
        return children(node, { ...context, nested: true })
      case 'crossReference':
        written.references.push({
          kind: node.kind,
          label: node.label,
          ...(node.chapter === undefined ? {} : { chapter: node.chapter }),
          position,
          target: 'missing',
        })
        return
      default:
        break
    }
    children(node, context)
  }

  function children(node: Nodes, context: Context): void {
    if (!('children' in node)) return
    const list = node.children as Nodes[]
    list.forEach((child, index) => {
      if (child.type === 'figure' && node.type === 'paragraph') {
        written.inlineImages.push(child.position as Position)
        return
      }
      // Every edition sets the caption above its table, so that is where its calls are read.
      const next = list[index + 1]
      if (child.type === 'tableCaption') return
      if (next?.type === 'tableCaption') visit(next, context)
      const { place, inNote, nested } = context
      const inside: Context = {
        place,
        ...(inNote === undefined ? {} : { inNote }),
        ...(nested === undefined ? {} : { nested }),
      }
      visit(child, next?.type === 'tableCaption' ? { ...inside, caption: next } : inside)
    })
  }

  function collectCall(
    key: string,
    label: string,
    position: Position,
    context: Context,
    inline: boolean,
  ): void {
    calls.push({
      key,
      label,
      position,
      place: context.place,
      ...(context.inNote === undefined ? {} : { inNote: context.inNote }),
      inline,
      order: calls.length,
    })
  }

  function collectDefinition(node: FootnoteDefinition, position: Position): void {
    const [block] = node.children
    written.definitions.push({
      key: node.identifier,
      label: node.label ?? node.identifier,
      position,
      empty: isEmpty(node),
      ...(block === undefined
        ? {}
        : { firstBlock: block.type, firstBlockPosition: block.position as Position }),
    })
    if (!notes.has(node.identifier)) notes.set(node.identifier, node)
  }

  function collectTable(node: Table, caption: TableCaption | undefined): void {
    written.tables.push({
      ...(caption?.identifier === undefined ? {} : { identifier: caption.identifier }),
      hasCaption: caption !== undefined && plainText(caption.children).trim() !== '',
      position: node.position as Position,
      rows: node.children.map((row) => ({
        text: plainText(row.children[0]?.children ?? []),
        cells: row.children.length,
        position: row.position as Position,
      })),
    })
  }

  function collectFigure(node: Extract<Nodes, { type: 'figure' }>, position: Position): void {
    written.figures.push({
      hasCaption: plainText(node.children).trim() !== '',
      url: node.url,
      position,
      ...(node.identifier === undefined ? {} : { identifier: node.identifier }),
      ...(node.alt === undefined ? {} : { alt: node.alt }),
    })
  }
}

/** Nothing that would be printed: comments and blanks count as nothing. */
function isEmpty(node: Nodes): boolean {
  if (node.type === 'html') return true
  // `[^x]: 2020.` is read as a list that starts with 2020, whose number is the text.
  if (node.type === 'list' && node.ordered === true) return false
  if ('children' in node) return (node.children as Nodes[]).every(isEmpty)
  return 'value' in node && node.value.trim() === ''
}
