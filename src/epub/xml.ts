import type { Element as HtmlElement } from 'hast'
import { toXml } from 'xast-util-to-xml'
import type { Element, ElementContent } from 'xast'

/*
 * hast-util-to-html is not used for content documents: it writes HTML, which leaves `<` in attribute
 * values and shortens `disabled=""`, neither of which is XML. So hast becomes xast, and one
 * serialiser writes every file.
 */

/** hast property names of this folder that are not the attribute's own name. */
const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  xmlLang: 'xml:lang',
  ariaLabel: 'aria-label',
  tabIndex: 'tabindex',
}

/** Elements whose white space may be seen: no line is broken inside them. */
const running = new Set(
  'a b caption code em figcaption h1 h2 h3 h4 h5 h6 li p pre s span strong td th'.split(' '),
)

/** The same element in xast. */
export function fromHast(element: HtmlElement): Element {
  const attributes: Record<string, string> = {}
  for (const [property, value] of Object.entries(element.properties)) {
    if (value === null || value === undefined || value === false) continue
    const text = Array.isArray(value) ? value.join(' ') : value === true ? property : String(value)
    attributes[attributeNames[property] ?? property] = text
  }
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') return [fromHast(child)]
    return child.type === 'text' ? [{ type: 'text', value: child.value }] : []
  })
  return { type: 'element', name: element.tagName, attributes, children }
}

/** A whole XML file. Elements that hold nothing but elements are set a line each. */
export function writeXml(root: Element, doctype?: 'html'): string {
  const xml = toXml(onLines(root), { closeEmptyElements: true })
    // XML 1.0, 2.4: this string may not stand in character data; nothing here writes a CDATA section.
    .replaceAll(']]>', ']]&gt;')
  const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n'
  return prolog + (doctype === undefined ? '' : `<!DOCTYPE ${doctype}>\n`) + xml + '\n'
}

function onLines(element: Element): Element {
  if (running.has(element.name)) return element
  const children = element.children.map((child) =>
    child.type === 'element' ? onLines(child) : child,
  )
  const parted =
    children.length > 0 && children.every((child) => child.type === 'element')
      ? children.flatMap((child) => [{ type: 'text' as const, value: '\n' }, child])
      : children
  if (parted !== children) parted.push({ type: 'text', value: '\n' })
  return { ...element, children: parted }
}
