import { BuilderElement, type ParagraphChild, type XmlComponent } from 'docx'

/** Values by attribute name as written: `{ 'w:id': 3 }`. */
export type Attributes = Readonly<Record<string, string | number>>

/** An element that `docx` has no class for, by its name in the schema: `element('w:tab')`. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const keyed = Object.entries(attributes).map(([key, value]) => [key, { key, value }] as const)
  return new BuilderElement<Record<string, string | number>>({
    name,
    ...(keyed.length > 0 && { attributes: Object.fromEntries(keyed) }),
    children,
  })
}

/**
 * `w:t` with its spaces kept. Not `docx`'s own run of strings, which takes a text of "CURRENT" for a
 * page number.
 */
export const textElement = (text: string): XmlComponent =>
  element('w:t', { 'xml:space': 'preserve' }).addChildElement(text)

/**
 * Elements as `docx`'s paragraphs and links take their children. Its types name its own classes alone,
 * branded; it writes every XmlComponent as it is.
 */
export const asChildren = (children: readonly XmlComponent[]): readonly ParagraphChild[] =>
  children as readonly ParagraphChild[]
