import type { Construct, Extension } from 'micromark-util-types'
import type { Labels } from '../parts.ts'

/**
 * Lets a part of a text know labels that are defined in other parts: micromark takes `[^x]` and
 * `[x]` for a call and a link only where it has read their definition. A construct that matches
 * nothing enters them before the first block, so before any text is read.
 */
export function knownLabels({ notes, addresses }: Labels): Extension {
  const seed: Construct = {
    name: 'knownLabels',
    tokenize(_, __, nok) {
      const { parser } = this
      if (!(parser.defined instanceof LabelList)) {
        parser.defined = LabelList.with(addresses, parser.defined)
        parser.gfmFootnotes = LabelList.with(notes, parser.gfmFootnotes ?? [])
      }
      return nok
    },
  }
  return { flowInitial: { null: seed } }
}

/** A list that is asked at every bracket of a text, and so must not be searched from its start each time. */
class LabelList extends Array<string> {
  private readonly labels = new Set<string>()

  static with(...lists: readonly (readonly string[])[]): LabelList {
    const made = new LabelList()
    for (const list of lists) for (const label of list) made.push(label)
    return made
  }

  override push(label: string): number {
    this.labels.add(label)
    return super.push(label)
  }

  override includes(label: string): boolean {
    return this.labels.has(label)
  }
}
