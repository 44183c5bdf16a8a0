import type { Element } from 'hast'
import type { StyleName } from '../../template/template.ts'

/**
 * What each style of the template styles. A later row wins over an earlier one that matches the same
 * element, in the style sheet and in `faces.ts` alike. Only type and class selectors, and descendants.
 */
export const selectors: readonly (readonly [style: StyleName, selector: string])[] = [
  ['body', 'body'],
  ['quotation', 'blockquote'],
  ['code', 'pre, code'],
  ['caption', 'figcaption, caption'],
  ['credit', '.credit'],
  ['tableHead', 'th'],
  ['tableCell', 'td'],
  ['note', 'aside'],
  ['chapterTitle', 'h1'],
  ['heading2', 'h2'],
  ['heading3', 'h3, .notes h2'],
  ['heading4', 'h4'],
  ['heading5', 'h5'],
  ['heading6', 'h6'],
  ['titlePageText', '.title-page p'],
  ['bookTitle', '.title-page .book-title'],
  ['bookSubtitle', '.title-page .book-subtitle'],
  ['titlePageChapter', '.title-page .book-chapter'],
  ['colophonText', '.colophon-page p'],
  ['contentsEntry', 'nav'],
  ['contentsTitle', 'nav h1, nav h2'],
]

/** The style around an element of this style, by whose size its own size in em counts; absence means the body's. */
export const around: Partial<Readonly<Record<StyleName, StyleName>>> = {
  credit: 'caption',
  contentsTitle: 'contentsEntry',
}

/** A selector as its compounds, the outermost first. */
interface Parsed {
  readonly style: StyleName
  readonly compounds: readonly string[]
}

const parsed: readonly Parsed[] = selectors.flatMap(([style, list]) =>
  list.split(', ').map((selector) => ({ style, compounds: selector.split(' ') })),
)

/** The style that an element brings; absence means that it is set as what is around it. `ancestors` from the outermost. */
export function styleOf(element: Element, ancestors: readonly Element[]): StyleName | undefined {
  return parsed.findLast(({ compounds }) => matches(compounds, element, ancestors))?.style
}

function matches(
  compounds: readonly string[],
  element: Element,
  ancestors: readonly Element[],
): boolean {
  if (!isSimple(compounds.at(-1) ?? '', element)) return false
  let left = compounds.length - 1
  for (let at = ancestors.length - 1; at >= 0 && left > 0; at -= 1) {
    const ancestor = ancestors[at]
    if (ancestor && isSimple(compounds[left - 1] ?? '', ancestor)) left -= 1
  }
  return left === 0
}

function isSimple(selector: string, element: Element): boolean {
  if (!selector.startsWith('.')) return element.tagName === selector
  const classes = element.properties['className']
  return Array.isArray(classes) && classes.includes(selector.slice(1))
}
