import type { Element } from 'xast'
import type { Package, PartName } from './side.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  element,
  parsePart,
  rebuilt,
  withChildren,
  writePart,
} from './tree.ts'

/** Ids of the old file are kept apart from those of the new one by so much. */
const APART = 100_000

/** Brings what stands in the old file alone into the new one: its links, pictures, lists and notes under ids that are free. */
export class Adopter {
  private readonly old: Package
  private readonly knownNames: ReadonlySet<string>
  private readonly relationships = new Map<PartName, Map<string, Element>>([
    ['document', new Map()],
    ['footnotes', new Map()],
  ])
  private readonly lists = new Set<string>()
  private readonly bookmarks = new Set<string>()

  /** `knownNames`: the bookmarks of the new file. */
  constructor(old: Package, knownNames: ReadonlySet<string>) {
    this.old = old
    this.knownNames = knownNames
  }

  adopted(owner: Element, part: PartName): Element {
    return rebuilt(owner, (each) => {
      const { attributes } = each
      for (const name of ['r:id', 'r:embed'])
        if (attributes[name] != null) attributes[name] = this.relationship(part, attributes[name])
      if (each.name === 'w:footnoteReference')
        attributes['w:id'] = adoptedNote(attributes['w:id'] ?? '')
      if (each.name === 'wp:docPr') attributes['id'] = String(APART + Number(attributes['id']))
      if (each.name === 'w:numId' && attributes['w:val'] !== '0') {
        this.lists.add(attributes['w:val'] ?? '')
        attributes['w:val'] = String(APART + Number(attributes['w:val']))
      }
      return each
    })
  }

  /** A bookmark's start or end; undefined where the new file has one of its name. */
  bookmark(mark: Element): Element | undefined {
    const id = attributeOf(mark, 'w:id') ?? ''
    if (mark.name === 'w:bookmarkStart') {
      if (this.knownNames.has(attributeOf(mark, 'w:name') ?? '')) return undefined
      this.bookmarks.add(id)
    } else if (!this.bookmarks.delete(id)) return undefined
    return { ...mark, attributes: { ...mark.attributes, 'w:id': String(APART + Number(id)) } }
  }

  private relationship(part: PartName, id: string): string {
    const found = this.xml(`word/_rels/${part}.xml.rels`)
    const own = childrenOf(found).find((each) => attributeOf(each, 'Id') === id)
    const adopted = `old${id}`
    if (own !== undefined) {
      const target = attributeOf(own, 'Target') ?? ''
      const isInside = attributeOf(own, 'TargetMode') !== 'External'
      this.relationships.get(part)?.set(adopted, {
        ...own,
        attributes: {
          ...own.attributes,
          Id: adopted,
          Target: isInside ? `${folderOf(target)}old-${nameOf(target)}` : target,
        },
      })
    }
    return adopted
  }

  /** The parts of the new file with what was adopted. */
  extended(now: Package): Map<string, string | Uint8Array> {
    const parts = new Map(now)
    for (const [part, adopted] of this.relationships) {
      if (adopted.size === 0) continue
      const path = `word/_rels/${part}.xml.rels`
      const root = partOf(now, path) ?? element('Relationships', { xmlns: RELATIONSHIPS })
      parts.set(path, rootWith(root, [...childrenOf(root), ...adopted.values()]))
      for (const each of adopted.values()) {
        const target = attributeOf(each, 'Target') ?? ''
        const picture = this.old.get(
          `word/${folderOf(target)}${nameOf(target).slice('old-'.length)}`,
        )
        if (picture !== undefined) parts.set(`word/${target}`, picture)
      }
    }
    const lists = partOf(now, NUMBERING)
    const types = partOf(this.old, NUMBERING)
    if (this.lists.size > 0 && lists !== undefined && types !== undefined)
      parts.set(NUMBERING, rootWith(lists, this.withLists(lists, types)))
    return parts
  }

  /** Definitions stand before the lists that use them (ECMA-376 part 1, 17.9.17). */
  private withLists(now: Element, old: Element): readonly Element[] {
    const used = childrenOf(old, 'w:num').filter((each) =>
      this.lists.has(attributeOf(each, 'w:numId') ?? ''),
    )
    const looks = new Set(
      used.map((each) => attributeOf(childOf(each, 'w:abstractNumId'), 'w:val')),
    )
    const moved = (each: Element, name: string): Element => ({
      ...each,
      attributes: { ...each.attributes, [name]: String(APART + Number(attributeOf(each, name))) },
    })
    return [
      ...childrenOf(now, 'w:abstractNum'),
      ...childrenOf(old, 'w:abstractNum')
        .filter((each) => looks.has(attributeOf(each, 'w:abstractNumId')))
        .map((each) => moved(each, 'w:abstractNumId')),
      ...childrenOf(now, 'w:num'),
      ...used.map((each) =>
        withChildren(
          moved(each, 'w:numId'),
          childrenOf(each).map((child) =>
            child.name === 'w:abstractNumId' ? moved(child, 'w:val') : child,
          ),
        ),
      ),
    ]
  }

  private xml(path: string): Element | undefined {
    return partOf(this.old, path)
  }
}

const folderOf = (target: string): string => target.slice(0, target.lastIndexOf('/') + 1)
const nameOf = (target: string): string => target.slice(target.lastIndexOf('/') + 1)

const NUMBERING = 'word/numbering.xml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The id under which a note of the old file stands in the new one. */
export const adoptedNote = (id: string): string => String(APART + Number(id))

const partOf = (parts: Package, path: string): Element | undefined => {
  const text = parts.get(path)
  return typeof text === 'string' ? parsePart(text) : undefined
}

const rootWith = (root: Element, children: readonly Element[]): string =>
  writePart(withChildren(root, children))
