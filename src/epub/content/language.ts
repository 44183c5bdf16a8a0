import type { Properties } from 'hast'

/** Primary languages that are written from right to left. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

export function isRightToLeft(language: string): boolean {
  return rightToLeft.has(language.split('-')[0] ?? '')
}

/**
 * The language in both forms: `xml:lang` for XML tools, `lang` for what reads XHTML as HTML; equal, as
 * HTML 3.2.6.1 demands. WCAG 2.2, 3.1.1 and 3.1.2.
 */
export function languageProperties(language: string, around?: string): Properties {
  const turns = around !== undefined && isRightToLeft(language) !== isRightToLeft(around)
  const first = around === undefined && isRightToLeft(language)
  return {
    'xml:lang': language,
    lang: language,
    ...(turns || first ? { dir: isRightToLeft(language) ? 'rtl' : 'ltr' } : {}),
  }
}
