import type { Element } from 'xast'
import { x } from 'xastscript'

/** What the publication holds, as far as its accessibility depends on it. */
export interface Contents {
  readonly figures: boolean
  readonly notes: boolean
  readonly tables: boolean
  /** It marks printed pages. */
  readonly pages: boolean
}

/**
 * Discovery metadata (EPUB Accessibility 1.1, 2; schema.org). Without a claim of conformance
 * (`dcterms:conformsTo`), which is for who has checked it.
 */
export function accessibility(contents: Contents): Element[] {
  const { figures, pages } = contents
  return [
    meta('accessMode', 'textual'),
    ...(figures ? [meta('accessMode', 'visual')] : []),
    meta('accessModeSufficient', 'textual'),
    ...(figures ? [meta('accessModeSufficient', 'textual,visual')] : []),
    ...['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability']
      .concat(figures ? ['alternativeText'] : [])
      // The vocabulary's new names, and the old one that stores still look for.
      .concat(pages ? ['pageBreakMarkers', 'pageNavigation', 'printPageNumbers'] : [])
      .map((feature) => meta('accessibilityFeature', feature)),
    meta('accessibilityHazard', 'none'),
    meta('accessibilitySummary', summary(contents)),
  ]
}

/** In English, as the metadata vocabulary is. */
function summary({ figures, notes, tables, pages }: Contents): string {
  return [
    'The text reflows and follows the reader’s size, face and colours.',
    'Contents and nested headings give its structure; passages in other languages are marked.',
    ...(notes ? ['Notes bear their printed numbers and are linked both ways.'] : []),
    ...(tables ? ['Tables name their columns.'] : []),
    ...(figures ? ['Figures have alternative texts.'] : []),
    ...(pages ? ['The pages of the print edition are marked and listed.'] : []),
  ].join(' ')
}

const meta = (name: string, value: string): Element =>
  x('meta', { property: `schema:${name}` }, [value])
