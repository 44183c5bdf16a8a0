import { textOf, type XmlElement } from './xml.ts'

/** The characters that an element of a run stands for; empty for what prints none (ECMA-376 part 1, 17.3.3). */
export function specialText(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
      return textOf(element)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
      return element.attributes.get('w:type') === undefined ? '\n' : ''
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '\u2011'
    case 'w:softHyphen':
      return '\u00AD'
    case 'w:sym':
      return symbol(element.attributes.get('w:char') ?? '')
    default:
      return ''
  }
}

/** A symbol font's character: its code in hexadecimal, often in the private area, where its low byte is the one that was typed. */
function symbol(code: string): string {
  const number = Number.parseInt(code, 16)
  if (!Number.isInteger(number) || number <= 0 || number > 0xffff) return ''
  return String.fromCharCode(number)
}
