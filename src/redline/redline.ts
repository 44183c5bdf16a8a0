/**
 * In: two Word files that this program made, by their parts. Out: the parts of one in which all that
 * differs is a tracked change, in the text and in the notes: accepted it is the new file, rejected the old.
 * Never: reads a file of others, a clock or a disk.
 */
import { Adopter } from './adopt.ts'
import { Revisions, type Editor } from './revision.ts'
import { openSide, type Package } from './side.ts'
import { childOf, childrenOf, withChildren, writePart } from './tree.ts'
import { weaveBlocks } from './weave-blocks.ts'
import { pairNotes, weaveNotes } from './weave-notes.ts'
import { bookmarkNames, Weaver, type NoteFates } from './weaver.ts'

/** How many changes there are is not told: a word replaced is two. */
export interface Redlined {
  readonly parts: Package
  /** Whether nothing differs. */
  readonly isSame: boolean
}

export function redline(old: Package, now: Package, editor: Editor): Redlined {
  const sides = { old: openSide(old), now: openSide(now) }
  const names = bookmarkNames(sides.now.document)
  if (sides.now.footnotes !== undefined) bookmarkNames(sides.now.footnotes, names)
  const adopter = new Adopter(old, names)
  const revisions = new Revisions(editor)
  const fates: NoteFates = { kept: new Map(), inserted: new Set(), deleted: new Set() }
  const pairs = pairNotes(sides.old.footnotes, sides.now.footnotes)
  const shared = { revisions, fates, adopter, pairs }

  const body = childOf(sides.now.document, 'w:body') ?? sides.now.document
  const before = childOf(sides.old.document, 'w:body') ?? sides.old.document
  const text = new Weaver(sides, 'document', shared)
  const woven = weaveBlocks(childrenOf(before), childrenOf(body), text)
  const document = withChildren(sides.now.document, [
    withChildren(body, [...woven, ...childrenOf(body, 'w:sectPr')]),
  ])
  const footnotes =
    sides.now.footnotes === undefined
      ? undefined
      : weaveNotes(
          sides.old.footnotes,
          sides.now.footnotes,
          fates,
          new Weaver(sides, 'footnotes', shared),
        )
  const parts = adopter.extended(now)
  parts.set('word/document.xml', writePart(document))
  if (footnotes !== undefined) parts.set('word/footnotes.xml', writePart(footnotes))
  return { parts, isSame: revisions.isEmpty }
}
