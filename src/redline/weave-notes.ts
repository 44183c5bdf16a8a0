import type { Element } from 'xast'
import { adoptedNote } from './adopt.ts'
import { align, shareOf } from './align.ts'
import { attributeOf, childrenOf, textOf, withChildren } from './tree.ts'
import { weaveBlocks } from './weave-blocks.ts'
import type { NoteFates, NotePairs, Weaver } from './weaver.ts'

const LEAST_SHARED = 0.35

/** Which notes are one, by their texts and their order. */
export function pairNotes(old: Element | undefined, now: Element | undefined): NotePairs {
  const pairs = new Map<string, string>()
  const steps = align(notesOf(old), notesOf(now), textOf, (a, b) => {
    const share = shareOf(textOf(a), textOf(b))
    return share < LEAST_SHARED ? 0 : share
  })
  for (const step of steps) if (step.type === 'both') pairs.set(idOf(step.old), idOf(step.now))
  return { nowOf: (id) => pairs.get(id) }
}

/** The notes of both files, as their calls in the text fared. */
export function weaveNotes(
  old: Element | undefined,
  now: Element,
  fates: NoteFates,
  weaver: Weaver,
): Element {
  const before = new Map(notesOf(old).map((note) => [idOf(note), note]))
  const own = childrenOf(now).map((note) => {
    const id = idOf(note)
    if (isSeparator(note)) return note
    const kept = before.get(fates.kept.get(id) ?? '')
    if (kept !== undefined)
      return withChildren(note, weaveBlocks(childrenOf(kept), childrenOf(note), weaver))
    return fates.inserted.has(id)
      ? withChildren(note, weaveBlocks(emptied(note), childrenOf(note), weaver))
      : note
  })
  const gone = [...fates.deleted].flatMap((id) => {
    const note = before.get(id)
    if (note === undefined) return []
    const woven = weaveBlocks(childrenOf(note), emptied(note), weaver)
    return [
      {
        ...withChildren(note, woven),
        attributes: { ...note.attributes, 'w:id': adoptedNote(id) },
      },
    ]
  })
  return withChildren(now, [...own, ...gone])
}

/** A note has a paragraph, even one that is not there. */
const emptied = (note: Element): readonly Element[] =>
  childrenOf(note, 'w:p')
    .slice(-1)
    .map((last) => withChildren(last, childrenOf(last, 'w:pPr')))

const notesOf = (part: Element | undefined): readonly Element[] =>
  childrenOf(part, 'w:footnote').filter((note) => !isSeparator(note))

const isSeparator = (note: Element): boolean => attributeOf(note, 'w:type') !== undefined

const idOf = (note: Element): string => attributeOf(note, 'w:id') ?? ''
