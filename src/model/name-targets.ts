import type { Heading, Nodes } from 'mdast'
import type { ManuscriptChapter } from '../source/manuscript.ts'
import { slugOf, type Anchors } from './anchors.ts'
import type { Collected } from './collect.ts'
import { offsetOf } from './handlers/place.ts'
import { plainText } from './plain-text.ts'
import type { Targets } from './targets.ts'

/** Names of a chapter's things, by the offset at which each begins in the file, and by note. */
export interface Names {
  /** Text of the chapter's title. */
  readonly title: string
  /** The heading that is the title; absence means that the metadata has it. */
  readonly titleHeading?: Heading
  readonly headings: ReadonlyMap<number, string>
  /** Figures and tables: anchor, and the number of those that have a caption. */
  readonly floats: ReadonlyMap<number, { readonly anchor?: string; readonly number?: number }>
  readonly notes: ReadonlyMap<string, NoteNames>
}

interface NoteNames {
  readonly number: string
  readonly label: string
  readonly anchor: string
  readonly numberAnchor: string
  /** Of its first call. */
  readonly reference: string
}

/**
 * Names every heading, figure, table and note of a chapter, counts figures and tables from 1, and
 * enters them among the targets.
 */
export function nameTargets(
  chapter: ManuscriptChapter,
  collected: Collected | undefined,
  numbers: ReadonlyMap<string, string> | undefined,
  anchors: Anchors,
  targets: Targets,
): Names {
  const { id } = chapter
  const headings = new Map<number, string>()
  const floats = new Map<number, { anchor?: string; number?: number }>()
  const notes = new Map<string, NoteNames>()
  const count = { figure: 0, table: 0 }
  const titleHeading =
    chapter.metadata.title === undefined
      ? chapter.tree.children.find((node) => node.type === 'heading' && node.depth === 1)
      : undefined
  const title =
    chapter.metadata.title ??
    (titleHeading?.type === 'heading' ? plainText(titleHeading.children).trim() || id : id)

  visit(chapter.tree)
  for (const [key, number] of numbers ?? []) nameNote(key, number)
  // A label that an author wrote is found before the number of a note that stands in its place.
  for (const isWritten of [true, false])
    for (const [key, { label, anchor, number }] of notes)
      if ((collected?.notes.get(key)?.type === 'footnoteDefinition') === isWritten)
        targets.add(id, `fn-${label}`, { kind: 'note', anchor, number, title: number, chapter: id })
  return {
    title,
    ...(titleHeading?.type === 'heading' ? { titleHeading } : {}),
    headings,
    floats,
    notes,
  }

  function visit(node: Nodes): void {
    if (node.type === 'heading') nameHeading(node)
    if (node.type === 'figure')
      nameFloat('figure', offsetOf(node), node.identifier, plainText(node.children))
    if (!('children' in node)) return
    const list = node.children as Nodes[]
    list.forEach((child, index) => {
      const next = list[index + 1]
      if (child.type === 'table' && next?.type === 'tableCaption')
        nameFloat('table', offsetOf(child), next.identifier, plainText(next.children))
      visit(child)
    })
  }

  function nameHeading(node: Heading): void {
    const text = plainText(node.children).trim()
    const wanted = node.data?.identifier ?? slugOf(text)
    // The title's name leads to the head of the chapter, which has its own.
    const anchor = node === titleHeading ? id : anchors.claim(wanted, id)
    headings.set(offsetOf(node), anchor)
    targets.add(id, wanted, { kind: 'section', anchor, title: text, chapter: id })
  }

  function nameFloat(
    kind: 'figure' | 'table',
    offset: number,
    identifier: string | undefined,
    caption: string,
  ): void {
    const number = caption.trim() === '' ? undefined : ++count[kind]
    const anchor = identifier === undefined ? undefined : anchors.claim(identifier, id)
    floats.set(offset, {
      ...(anchor === undefined ? {} : { anchor }),
      ...(number === undefined ? {} : { number }),
    })
    if (anchor === undefined || identifier === undefined) return
    targets.add(id, identifier, {
      kind,
      anchor,
      title: caption,
      chapter: id,
      ...(number === undefined ? {} : { number: String(number) }),
    })
  }

  function nameNote(key: string, number: string): void {
    const note = collected?.notes.get(key)
    const label = note?.type === 'footnoteDefinition' ? (note.label ?? note.identifier) : number
    const anchor = anchors.claim(`fn-${label}`, id)
    const names: NoteNames = {
      number,
      label,
      anchor,
      numberAnchor: label === number ? anchor : anchors.claim(`fn-${number}`, id),
      reference: anchors.claim(`fnref-${label}`, id),
    }
    notes.set(key, names)
  }
}
