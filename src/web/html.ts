import type { Element, ElementContent } from 'hast'

/*
 * Written so that it is HTML and well-formed XML at once (polyglot): browsers take it for HTML, the
 * proof reads it with a parser of XML that forgives nothing. So every attribute is quoted, every
 * element closed, a void one by ` />`, and no named entity used.
 */

/** hast property names of this program that are not the attribute's own name. */
const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  ariaLabel: 'aria-label',
  ariaLabelledBy: 'aria-labelledby',
  tabIndex: 'tabindex',
}

/** Elements that have no end tag (HTML 13.1.2). */
const voids = new Set(['br', 'hr', 'img', 'link', 'meta', 'wbr'])

/** The page as text. Attributes of XML vocabularies (`epub:type`, `xml:lang`) are left out. */
export function writeHtml(root: Element): string {
  return `<!DOCTYPE html>\n${element(root)}\n`
}

function element({ tagName, properties, children }: Element): string {
  const written = Object.entries(properties).flatMap(([property, value]) => {
    if (value === null || value === undefined || value === false || property.includes(':'))
      return []
    const text = Array.isArray(value) ? value.join(' ') : value === true ? property : String(value)
    return [` ${attributeNames[property] ?? property}="${escape(text)}"`]
  })
  const start = `<${tagName}${written.join('')}`
  if (voids.has(tagName)) return `${start} />`
  const inside = children.map((child) => content(child, tagName)).join('')
  return `${start}>${inside}</${tagName}>`
}

function content(node: ElementContent, parent: string): string {
  if (node.type === 'element') return element(node)
  if (node.type !== 'text') return ''
  return parent === 'style' ? style(node.value) : escape(node.value)
}

/** In a style sheet nothing is escaped by entities; a `<` stands in a string there, if anywhere (CSS Syntax 3, 4.3.7). */
const style = (css: string): string => css.replace(/<|&/gu, (sign) => `\\${hex(sign)} `)

const escape = (text: string): string =>
  // Controls that HTML does not allow are none of a book's, and cannot be written as XML either.
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"]/gu, (sign) => `&#x${hex(sign)};`)

const hex = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16)
