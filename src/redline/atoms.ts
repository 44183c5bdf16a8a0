import type { Element } from 'xast'
import type { PartName, Side } from './side.ts'
import { attributeOf, childOf, childrenOf, element, rebuilt, textOf, xmlOf } from './tree.ts'

/** The least that is inserted or deleted: a word, a mark, white, a call, a field, a picture. */
export interface Atom {
  /** Two of one key say and look the same. */
  readonly key: string
  /** Runs. */
  readonly nodes: readonly Element[]
  /** The link around it, without what is in it. */
  readonly link?: Element
  /** Id of the note that it calls. */
  readonly note?: string
  /** Bookmarks that begin and end before it. */
  readonly marks: readonly Element[]
}

export interface Atoms {
  readonly atoms: readonly Atom[]
  /** Bookmarks behind the last. */
  readonly rest: readonly Element[]
}

const words = /\s+|[\p{L}\p{N}\p{M}'’]+|[^\s\p{L}\p{N}\p{M}]/gu

/** Reads the inlines of a paragraph. `noteKey` gives notes that are one in both files one key. */
export function atomsOf(
  paragraph: Element,
  side: Side,
  part: PartName,
  noteKey: (id: string) => string,
): Atoms {
  const atoms: Atom[] = []
  let marks: Element[] = []
  const add = (atom: Omit<Atom, 'marks'>): void => {
    atoms.push({ ...atom, marks })
    marks = []
  }
  const read = (owner: Element, link: Element | undefined): void => {
    const within = link === undefined ? '' : linkKey(link, side, part)
    const around = link === undefined ? {} : { link }
    let field: Element[] = []
    for (const child of childrenOf(owner)) {
      if (child.name === 'w:bookmarkStart' || child.name === 'w:bookmarkEnd') marks.push(child)
      else if (child.name === 'w:hyperlink') read(child, { ...child, children: [] })
      else if (child.name === 'w:r') {
        field = [...field, child]
        if (depthOf(field) > 0) continue
        if (field.length > 1) add({ key: `${within}${fieldKey(field)}`, nodes: field, ...around })
        else for (const atom of ofRun(child)) add({ ...atom, key: within + atom.key, ...around })
        field = []
      }
    }
    // A field that goes on in the next paragraph, as a list of contents does.
    for (const run of field) add({ key: within + xmlOf(run), nodes: [run], ...around })
  }
  const ofRun = (run: Element): readonly Pick<Atom, 'key' | 'nodes' | 'note'>[] => {
    const properties = childrenOf(run, 'w:rPr')
    const look = properties.map(xmlOf).join('')
    const call = childOf(run, 'w:footnoteReference')
    if (call !== undefined) {
      const note = attributeOf(call, 'w:id') ?? ''
      return [{ key: `note ${noteKey(note)} ${textOf(run)}`, nodes: [run], note }]
    }
    return childrenOf(run).flatMap((child) => {
      if (child.name === 'w:rPr') return []
      if (child.name !== 'w:t')
        return [
          {
            key: look + thingKey(child, side, part),
            nodes: [element('w:r', {}, [...properties, child])],
          },
        ]
      return (textOf(child).match(words) ?? []).map((text) => ({
        key: `${look}${text}`,
        nodes: [element('w:r', {}, [...properties, textElement('w:t', text)])],
      }))
    })
  }
  read(paragraph, undefined)
  return { atoms, rest: marks }
}

export const textElement = (name: 'w:t' | 'w:delText', value: string): Element =>
  element(name, { 'xml:space': 'preserve' }, [{ type: 'text', value }])

/** Fields that are open behind these runs. */
const depthOf = (runs: readonly Element[]): number =>
  runs
    .flatMap((run) => childrenOf(run, 'w:fldChar'))
    .reduce((depth, mark) => {
      const type = attributeOf(mark, 'w:fldCharType')
      return depth + (type === 'begin' ? 1 : type === 'end' ? -1 : 0)
    }, 0)

const fieldKey = (runs: readonly Element[]): string => `field ${runs.map(xmlOf).join('')}`

const linkKey = (link: Element, side: Side, part: PartName): string => {
  const id = attributeOf(link, 'r:id')
  const target = id === undefined ? '' : side.target(part, id)
  return `link ${target}#${attributeOf(link, 'w:anchor') ?? ''} `
}

/** A picture by what it shows, since its ids count the pictures before it. */
const thingKey = (thing: Element, side: Side, part: PartName): string =>
  xmlOf(
    rebuilt(thing, (each) => ({
      ...each,
      attributes: Object.fromEntries(
        Object.entries(each.attributes).flatMap(([name, value]) => {
          if (name === 'id' || name === 'name') return []
          return [[name, name === 'r:embed' ? side.target(part, value ?? '') : value]]
        }),
      ),
    })),
  )
