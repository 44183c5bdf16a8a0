import type { Element } from 'xast'
import type { Adopter } from './adopt.ts'
import { atomsOf, type Atoms } from './atoms.ts'
import type { Revisions } from './revision.ts'
import type { PartName, Side } from './side.ts'
import { attributeOf } from './tree.ts'

/** Which notes of the two files are one. */
export interface NotePairs {
  readonly nowOf: (oldId: string) => string | undefined
}

/** What happened to the notes, as their calls tell it. */
export interface NoteFates {
  /** Old id by new id. */
  readonly kept: Map<string, string>
  readonly inserted: Set<string>
  /** Old ids. */
  readonly deleted: Set<string>
}

/** What weaving one part takes: both files, the ids of changes, and what is noted on the way. */
export class Weaver {
  readonly old: Side
  readonly now: Side
  readonly part: PartName
  readonly revisions: Revisions
  readonly fates: NoteFates
  private readonly adopter: Adopter
  private readonly pairs: NotePairs

  constructor(
    sides: { readonly old: Side; readonly now: Side },
    part: PartName,
    shared: {
      readonly revisions: Revisions
      readonly fates: NoteFates
      readonly adopter: Adopter
      readonly pairs: NotePairs
    },
  ) {
    this.old = sides.old
    this.now = sides.now
    this.part = part
    this.revisions = shared.revisions
    this.fates = shared.fates
    this.adopter = shared.adopter
    this.pairs = shared.pairs
  }

  oldAtoms(paragraph: Element): Atoms {
    return atomsOf(paragraph, this.old, this.part, (id) => this.pairs.nowOf(id) ?? `old ${id}`)
  }

  nowAtoms(paragraph: Element): Atoms {
    return atomsOf(paragraph, this.now, this.part, (id) => id)
  }

  /** An element of the old file, with ids of the new one. */
  adopted(element: Element): Element {
    return this.adopter.adopted(element, this.part)
  }

  /** Bookmarks of the old file that the new one has not: a link that is taken out finds its place when it is put back. */
  oldMarks(marks: readonly Element[]): readonly Element[] {
    return marks.flatMap((mark) => this.adopter.bookmark(mark) ?? [])
  }

  noteCalled(manner: 'same' | 'inserted' | 'deleted', id: string, oldId: string | undefined): void {
    if (manner === 'same' && oldId !== undefined) this.fates.kept.set(id, oldId)
    if (manner === 'inserted') this.fates.inserted.add(id)
    if (manner === 'deleted') this.fates.deleted.add(id)
  }
}

/** Names of the bookmarks in a part. */
export function bookmarkNames(owner: Element, names = new Set<string>()): Set<string> {
  if (owner.name === 'w:bookmarkStart') names.add(attributeOf(owner, 'w:name') ?? '')
  for (const child of owner.children) if (child.type === 'element') bookmarkNames(child, names)
  return names
}
