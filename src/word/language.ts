import type { XmlComponent } from 'docx'
import { element } from './element.ts'

const eastAsian: ReadonlySet<string> = new Set(['zh', 'ja', 'ko'])
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ps', 'ug', 'ur', 'yi'])

/**
 * `w:lang` for a BCP 47 tag (ECMA-376 part 1, 17.3.2.20): Word keeps apart the languages of East
 * Asian and of right-to-left text.
 */
export function languageElement(tag: string): XmlComponent {
  const primary = primaryOf(tag)
  const attribute = eastAsian.has(primary)
    ? 'w:eastAsia'
    : rightToLeft.has(primary)
      ? 'w:bidi'
      : 'w:val'
  return element('w:lang', { [attribute]: tag })
}

/** True where text in this language runs from right to left, so that its runs need `w:rtl`. */
export const isRightToLeft = (tag: string): boolean => rightToLeft.has(primaryOf(tag))

const primaryOf = (tag: string): string => (tag.split('-')[0] ?? tag).toLowerCase()
