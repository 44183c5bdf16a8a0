import { messageOf } from './container.ts'
import { checkLinks } from './epub-links.ts'
import type { EpubDocument } from './epub-package.ts'
import { readDocument } from './epub-text.ts'
import { UnreadableEdition, type Reading } from './reading.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** What an EPUB says by `epub:type` a page on the web says by DPUB-ARIA roles. */
const types: Readonly<Record<string, string>> = {
  'doc-chapter': 'chapter',
  'doc-noteref': 'noteref',
  'doc-footnote': 'footnote',
  'doc-backlink': 'backlink',
}

/**
 * Reads a finished web edition, which is well-formed XML too: chapters, calls, notes, and every link
 * inside. How to cite a note is no part of it.
 *
 * In: bytes. Out: Reading. Never: knows how the file was written. Throws `UnreadableEdition`.
 */
export function readWeb(bytes: Uint8Array): Reading {
  const document: EpubDocument = { path: '', root: typed(parse(bytes)), isRead: true }
  const { text, calls, notes } = readDocument(document)
  const texts = new Map([[document.path, { text, calls, notes }]])
  return {
    text,
    calls,
    notes: notes.map(({ number = '', text: words, place }) => ({ number, text: words, place })),
    faults: checkLinks([document], texts, 'the web edition'),
  }
}

function parse(bytes: Uint8Array): XmlElement {
  try {
    return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new UnreadableEdition(`it is not sound: ${messageOf(error)}`)
  }
}

function typed({ name, attributes, children }: XmlElement): XmlElement {
  const isNotes = hasClass(attributes, 'notes')
  const type = isNotes ? 'footnotes' : types[attributes['role'] ?? '']
  return {
    name,
    attributes: type === undefined ? attributes : { ...attributes, 'epub:type': type },
    children: children.flatMap((child): (XmlElement | string)[] => {
      if (typeof child === 'string') return [child]
      return hasClass(child.attributes, 'cite') ? [] : [typed(child)]
    }),
  }
}

const hasClass = (attributes: XmlElement['attributes'], wanted: string): boolean =>
  (attributes['class'] ?? '').split(' ').includes(wanted)
