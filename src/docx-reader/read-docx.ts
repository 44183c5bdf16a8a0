import { diagnose } from '../diagnostic/diagnose.ts'
import type { Warned } from '../diagnostic/diagnostic.ts'
import { openContainer, type Container } from './container/open-container.ts'
import { Refusal } from './container/refusal.ts'
import type { DocxContents } from './contents.ts'
import { assemble } from './assemble.ts'
import { parseXml, type XmlElement } from './xml.ts'

/**
 * In: the bytes of a Word file, from anywhere. Out: what it says; undefined where it is not safe or not
 * sound, with the reason.
 * Never: shares code with the writer, fetches anything, believes what a container says of itself.
 */
export function readDocx(bytes: Uint8Array, file: string): Warned<DocxContents | undefined> {
  try {
    return { value: contentsOf(openContainer(bytes)), diagnostics: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const message = `the Word file cannot be read: ${error.message}`
    return { value: undefined, diagnostics: [diagnose('unreadable-edition', { file, message })] }
  }
}

function contentsOf(container: Container): DocxContents {
  const part = (name: string): XmlElement | undefined => {
    const bytes = container.read(name)
    return bytes === undefined ? undefined : parseXml(bytes, name)
  }
  if (container.names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) {
    throw new Refusal('it holds macros')
  }
  const document = part('word/document.xml')
  if (document === undefined) throw new Refusal('it has no document, as a Word file has')
  return assemble({
    document,
    footnotes: part('word/footnotes.xml'),
    settings: part('word/settings.xml'),
    styles: part('word/styles.xml'),
    documentRelationships: part('word/_rels/document.xml.rels'),
    footnoteRelationships: part('word/_rels/footnotes.xml.rels'),
  })
}
