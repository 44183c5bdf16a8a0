import type { Element } from 'xast'
import { x } from 'xastscript'

/** What the publication holds, as far as its accessibility depends on it. */
export interface Contents {
  readonly figures: boolean
  readonly notes: boolean
  readonly tables: boolean
  /** It marks printed pages. */
  readonly pages: boolean
  /** What a program can look for is as WCAG wants it. */
  readonly conforms: boolean
}

/** Discovery metadata, and the claim of conformance where it holds (EPUB Accessibility 1.1, 2 and 4; schema.org). */
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
    ...(contents.conforms ? claim() : []),
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

/** The form of the words is fixed (EPUB Accessibility 1.1, 4.2.2). Who claims it is who has looked: the program, and no person. */
const claim = (): Element[] => [
  x('meta', { property: 'dcterms:conformsTo', id: 'conformance' }, [
    'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
  ]),
  x('meta', { property: 'a11y:certifiedBy', refines: '#conformance' }, ['imprimatur']),
]

const meta = (name: string, value: string): Element =>
  x('meta', { property: `schema:${name}` }, [value])
