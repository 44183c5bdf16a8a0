import type { Element } from 'xast'
import { x } from 'xastscript'

/** `META-INF/container.xml` (EPUB 3.3, 4.2.6.3.1), which names the package document. */
export function container(packagePath: string): Element {
  const attributes = { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' }
  return x('container', attributes, [
    x('rootfiles', [
      x('rootfile', {
        'full-path': packagePath,
        'media-type': 'application/oebps-package+xml',
      }),
    ]),
  ])
}
