import { elementsOf, valueOf, type XmlElement } from './xml.ts'

/** Names of styles by id, as `word/styles.xml` has them. */
export function styleNames(styles: XmlElement | undefined): ReadonlyMap<string, string> {
  if (styles === undefined) return new Map()
  return new Map(
    elementsOf(styles, 'w:style').flatMap((style) => {
      const id = style.attributes.get('w:styleId')
      const name = valueOf(style, 'w:name')
      return id === undefined || name === undefined ? [] : [[id, name] as const]
    }),
  )
}

/** Addresses by relationship id, as a part's `.rels` has them. */
export function targets(relationships: XmlElement | undefined): ReadonlyMap<string, string> {
  if (relationships === undefined) return new Map()
  return new Map(
    elementsOf(relationships).flatMap((relationship) => {
      const id = relationship.attributes.get('Id')
      const target = relationship.attributes.get('Target')
      return id === undefined || target === undefined ? [] : [[id, target] as const]
    }),
  )
}
