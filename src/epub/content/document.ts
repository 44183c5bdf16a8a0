import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ContentDocument } from '../publication.ts'
import { languageProperties } from './language.ts'

/** The XHTML content document (EPUB 3.3, 6.1) with its head and body. */
export function htmlOf(document: ContentDocument): Element {
  const namespaces = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
  }
  return h('html', { ...namespaces, ...languageProperties(document.language) }, [
    h('head', [
      h('title', document.title),
      h('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
    ]),
    bodyOf(document),
  ])
}

export function bodyOf(document: ContentDocument): Element {
  return h('body', { 'epub:type': document.matter }, [...document.children])
}
