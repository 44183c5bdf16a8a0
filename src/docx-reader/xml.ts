import { SaxesParser } from 'saxes'
import { Refusal } from './container/refusal.ts'

/** An element by its name in the usual prefixes, whatever prefixes the file has: `w:p`. */
export interface XmlElement {
  readonly name: string
  /** By name: `w:val`; of no namespace, as written. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

/** Prefixes by namespace, of the transitional and of the strict form of the standard (ECMA-376 part 4; part 1, annex A). */
const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
])

/** Elements in elements: no Word file comes near it, a hostile one exhausts the stack. */
const DEEPEST = 500

/** The root of a part. Throws a Refusal where it is not well formed, too deep, or has a document type, which no part of a Word file may have. */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const stack: { name: string; attributes: Map<string, string>; children: Child[] }[] = []
  let root: XmlElement | undefined
  parser.on('doctype', () => {
    throw new Refusal(`the part \`${part}\` has a document type`)
  })
  parser.on('error', () => {
    throw new Refusal(`the part \`${part}\` is not well-formed XML`)
  })
  parser.on('opentag', (tag) => {
    const attributes = new Map(
      Object.values(tag.attributes).map((each) => [qualified(each.uri, each.local), each.value]),
    )
    stack.push({ name: qualified(tag.uri, tag.local), attributes, children: [] })
    if (stack.length > DEEPEST) throw new Refusal(`the part \`${part}\` is nested too deeply`)
  })
  parser.on('text', (text) => stack.at(-1)?.children.push(text))
  parser.on('cdata', (text) => stack.at(-1)?.children.push(text))
  parser.on('closetag', () => {
    const element = stack.pop()
    if (element === undefined) return
    const parent = stack.at(-1)
    if (parent === undefined) root = element
    else parent.children.push(element)
  })
  parser.write(decode(bytes, part)).close()
  if (root === undefined) throw new Refusal(`the part \`${part}\` is empty`)
  return root
}

type Child = XmlElement | string

function decode(bytes: Uint8Array, part: string): string {
  // Word writes UTF-8; the standard allows UTF-16 with its mark.
  const [first, second] = bytes
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(`the part \`${part}\` is not ${label.toUpperCase()}`)
  }
}

const qualified = (uri: string, local: string): string => {
  const prefix = prefixes.get(uri)
  return prefix === undefined ? local : `${prefix}:${local}`
}

/** Child elements, those of one name alone where it is given. */
export const elementsOf = (element: XmlElement, name?: string): readonly XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  )

export const firstOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element === undefined ? undefined : elementsOf(element, name)[0]

/** `w:val` of a child: the form of most properties. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  firstOf(element, name)?.attributes.get('w:val')

/** The characters of an element itself. */
export const textOf = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('')
