import type { Nodes } from 'mdast'
import type { Position } from '../diagnostic/diagnostic.ts'
import type { ManuscriptChapter } from '../source/manuscript.ts'
import type { Chapter } from './book.ts'
import { convertBlocks } from './handlers/blocks.ts'
import { convertInlines } from './handlers/inlines.ts'
import type { Footnote } from './nodes.ts'
import type { Known, State } from './state.ts'
import { decodeFragment } from './targets.ts'
import { trimInlines } from './handlers/white-space.ts'
import type { Written } from './written.ts'

/** Converts one chapter's tree. */
export function convertChapter(chapter: ManuscriptChapter, known: Known): Chapter {
  const { metadata, names, collected } = known
  const language = chapter.metadata.language ?? metadata.language
  const state: State = {
    ...known,
    chapter,
    language,
    linkTargets: linkTargetsOf(chapter.tree),
    called: new Set(),
  }
  const children = convertBlocks(chapter.tree.children, state)
  return {
    type: 'chapter',
    id: chapter.id,
    file: chapter.file,
    title: names.titleHeading
      ? trimInlines(convertInlines(names.titleHeading.children, state))
      : [{ type: 'text', value: names.title, position: titlePosition(chapter) }],
    shortTitle: chapter.metadata.shortTitle ?? names.title,
    language,
    children,
    notes: [...known.numbers.keys()].map((key) => convertNote(key, state)),
    ...(chapter.metadata.footnotes === undefined ? {} : { contract: chapter.metadata.footnotes }),
    images: chapter.images,
    written: completeWritten(collected.written, chapter.id, known),
  }
}

function convertNote(key: string, state: State): Footnote {
  const names = state.names.notes.get(key)
  const node = state.collected.notes.get(key)
  const call = state.collected.written.calls.find(
    (candidate) => candidate.key === key && candidate.inNote === undefined,
  )
  if (names === undefined || node === undefined || call === undefined)
    throw new Error(`the note ${key} was numbered without being called`)
  const position = node.position as Position
  return {
    type: 'footnote',
    label: names.label,
    anchor: names.anchor,
    numberAnchor: names.numberAnchor,
    number: names.number,
    children:
      node.type === 'inlineNote'
        ? [
            {
              type: 'paragraph',
              children: trimInlines(convertInlines(node.children, state)),
              position,
            },
          ]
        : convertBlocks(node.children, state),
    reference: names.reference,
    referencePosition: call.position,
    position,
  }
}

/** Adds to what was written what only the whole book knows: numbers of calls, targets of references. */
function completeWritten(written: Written, id: string, { numbers, targets }: Known): Written {
  const seen = new Set<string>()
  return {
    ...written,
    calls: written.calls.map((call) => {
      const number = numbers.get(call.key)
      if (number === undefined || call.inNote !== undefined || seen.has(call.key)) return call
      seen.add(call.key)
      return { ...call, number }
    }),
    references: written.references.map((reference) => {
      const found = targets.find(id, `${reference.kind}-${reference.label}`, reference.chapter)
      return { ...reference, target: typeof found === 'string' ? found : found.kind }
    }),
    links: written.links.map((link) => {
      if (!link.url.startsWith('#')) return link
      return { ...link, found: targets.find(id, decodeFragment(link.url)) !== 'missing' }
    }),
  }
}

/** The first definition of a label is the one that counts (CommonMark 4.7). */
function linkTargetsOf(tree: Nodes): Map<string, { url: string; title?: string | null }> {
  const found = new Map<string, { url: string; title?: string | null }>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier))
      found.set(node.identifier, { url: node.url, title: node.title ?? null })
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

const titlePosition = (chapter: ManuscriptChapter): Position =>
  chapter.metadataPositions['title='] ?? (chapter.tree.position as Position)
