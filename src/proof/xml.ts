import { SaxesParser } from 'saxes'

/** An element of an XML file, with its prefixes as written. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Elements inside each other that are followed: no edition comes near it, and deeper ones could exhaust the stack. */
const DEEPEST = 256

/** Parses a well-formed XML file. Throws where it is not, or has a document type with declarations of its own. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser()
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Error('a document type with declarations of its own')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    if (open.push(element) > DEEPEST) throw new Error('elements too deep inside each other')
  })
  parser.on('closetag', () => open.pop())
  const addText = (value: string): void => {
    if (open.length > 1) open.at(-1)?.children.push(value)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  const first = root.children.find((child) => typeof child !== 'string')
  if (first === undefined) throw new Error('no element')
  return first
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** The child elements, of a name where one is given. */
export const elementsIn = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter(
    (child) => typeof child !== 'string' && (name === undefined || child.name === name),
  ) as XmlElement[]

/** Every element inside, in order of reading, itself first. */
export function* walkXml(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* walkXml(child)
}

/** All characters inside. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
