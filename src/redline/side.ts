import type { Element } from 'xast'
import { attributeOf, childOf, childrenOf, parsePart, rebuilt, xmlOf } from './tree.ts'

/** A Word file by its parts: XML as text, pictures as bytes. */
export type Package = ReadonlyMap<string, string | Uint8Array>

/** One of the two files, with what its ids stand for. */
export interface Side {
  readonly document: Element
  readonly footnotes: Element | undefined
  /** What an id of a part's relationships leads to: an address, or the bytes of a picture as text. */
  readonly target: (part: PartName, id: string) => string
  /** What a list looks like, whatever its number is. */
  readonly list: (numId: string) => string
}

export type PartName = 'document' | 'footnotes'

export function openSide(parts: Package): Side {
  const xml = (path: string): Element | undefined => {
    const text = parts.get(path)
    return typeof text === 'string' ? parsePart(text) : undefined
  }
  const document = xml('word/document.xml')
  if (document === undefined) throw new Error('a Word file has no document')
  const targets = {
    document: targetsOf(xml('word/_rels/document.xml.rels'), parts),
    footnotes: targetsOf(xml('word/_rels/footnotes.xml.rels'), parts),
  }
  const lists = listsOf(xml('word/numbering.xml'))
  return {
    document,
    footnotes: xml('word/footnotes.xml'),
    target: (part, id) => targets[part].get(id) ?? '',
    list: (numId) => lists.get(numId) ?? '',
  }
}

function targetsOf(
  relationships: Element | undefined,
  parts: Package,
): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(relationships).map((each) => {
      const target = attributeOf(each, 'Target') ?? ''
      const content = parts.get(`word/${target}`)
      const bytes = content instanceof Uint8Array ? Buffer.from(content).toString('latin1') : target
      return [attributeOf(each, 'Id') ?? '', bytes]
    }),
  )
}

/** By `w:numId`, the definition of its levels without the ids that tell lists of one look apart. */
function listsOf(numbering: Element | undefined): ReadonlyMap<string, string> {
  const looks = new Map(
    childrenOf(numbering, 'w:abstractNum').map((each) => [
      attributeOf(each, 'w:abstractNumId'),
      childrenOf(each, 'w:lvl').map(xmlOf).join(''),
    ]),
  )
  return new Map(
    childrenOf(numbering, 'w:num').map((each) => {
      const look = attributeOf(childOf(each, 'w:abstractNumId'), 'w:val')
      const overrides = childrenOf(each, 'w:lvlOverride').map(xmlOf).join('')
      return [attributeOf(each, 'w:numId') ?? '', `${looks.get(look) ?? ''}${overrides}`]
    }),
  )
}

/** Properties of a paragraph as one text: two of one text look alike, whatever their lists are numbered. */
export const lookOf = (properties: readonly Element[], { list }: Side): string =>
  properties
    .map((each) =>
      xmlOf(
        rebuilt(each, (part) =>
          part.name === 'w:numId'
            ? { ...part, attributes: { look: list(attributeOf(part, 'w:val') ?? '') } }
            : part,
        ),
      ),
    )
    .join('')
