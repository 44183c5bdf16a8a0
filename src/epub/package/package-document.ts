import type { Element } from 'xast'
import { x } from 'xastscript'
import { isRightToLeft } from '../content/language.ts'
import type { Resource } from '../publication.ts'

/** A document in reading order. */
export interface SpineItem {
  readonly id: string
  /** True for one that is beside the reading order (EPUB 3.3, 5.7.2: `linear="no"`). */
  readonly aside?: boolean
}

export const identifierId = 'identifier'

/** The package document (EPUB 3.3, 5): metadata, manifest, spine; the NCX among the resources has the id `ncx`. */
export function packageDocument(
  language: string,
  metadata: Element,
  resources: readonly Resource[],
  spine: readonly SpineItem[],
): Element {
  const attributes = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': identifierId,
    'xml:lang': language,
    ...(isRightToLeft(language) ? { dir: 'rtl' } : {}),
  }
  const turn = isRightToLeft(language) ? { 'page-progression-direction': 'rtl' } : {}
  return x('package', attributes, [
    metadata,
    x('manifest', resources.map(item)),
    x('spine', { toc: 'ncx', ...turn }, spine.map(itemref)),
  ])
}

function item({ id, href, mediaType, properties }: Resource): Element {
  const attributes = { id, href, 'media-type': mediaType }
  return x('item', properties === undefined ? attributes : { ...attributes, properties })
}

const itemref = ({ id, aside }: SpineItem): Element =>
  x('itemref', aside === true ? { idref: id, linear: 'no' } : { idref: id })
