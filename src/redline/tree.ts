import { SaxesParser } from 'saxes'
import type { Element, ElementContent, Root } from 'xast'
import { toXml } from 'xast-util-to-xml'

/**
 * A part of a Word file that this program made, as xast. Names keep their prefixes, which are the usual
 * ones. Throws where the part is not well formed: a file of others is never read here.
 */
export function parsePart(xml: string): Element {
  const parser = new SaxesParser({ xmlns: false })
  const stack: Element[] = []
  let root: Element | undefined
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { type: 'element', name, attributes, children: [] }
    stack.at(-1)?.children.push(element)
    root ??= element
    stack.push(element)
  })
  parser.on('text', (value) => {
    stack.at(-1)?.children.push({ type: 'text', value })
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.write(xml).close()
  if (root === undefined) throw new Error('a part of a Word file is empty')
  return root
}

/** The part again, with its declaration. */
export function writePart(root: Element): string {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'instruction',
        name: 'xml',
        value: 'version="1.0" encoding="UTF-8" standalone="yes"',
      },
      root,
    ],
  }
  return toXml(tree, { closeEmptyElements: true, tightClose: true })
}

export const xmlOf = (element: Element): string =>
  toXml(element, { closeEmptyElements: true, tightClose: true })

export const isElement = (node: ElementContent): node is Element => node.type === 'element'

/** Child elements, those of one name alone where it is given. */
export const childrenOf = (element: Element | undefined, name?: string): readonly Element[] =>
  (element?.children ?? []).filter(
    (child): child is Element => isElement(child) && (name === undefined || child.name === name),
  )

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  childrenOf(element, name)[0]

export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes[name] ?? undefined

/** An element of its own children. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly ElementContent[] = [],
): Element => ({ type: 'element', name, attributes: { ...attributes }, children: [...children] })

export const withChildren = (owner: Element, children: readonly ElementContent[]): Element => ({
  ...owner,
  children: [...children],
})

/** Every element of a tree made anew by `change`, from the leaves up. */
export function rebuilt(owner: Element, change: (element: Element) => Element): Element {
  return change({
    ...owner,
    attributes: { ...owner.attributes },
    children: owner.children.map((child) => (isElement(child) ? rebuilt(child, change) : child)),
  })
}

/** The characters of all text in it. */
export const textOf = (owner: Element): string =>
  owner.children
    .map((child) => (child.type === 'text' ? child.value : isElement(child) ? textOf(child) : ''))
    .join('')
