import { strFromU8, unzipSync } from 'fflate'
import { UnreadableEdition } from './reading.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** Bytes of one text part, unpacked: the text of eighty chapters is a tenth of it. */
const LARGEST_PART = 64 * 1024 * 1024

/** The text parts of a zipped edition. */
export interface Container {
  /** Parses a part. Throws `UnreadableEdition` where it is missing or not well-formed. */
  readonly xml: (path: string) => XmlElement
}

/** Opens a DOCX or an EPUB and unpacks its XML, nothing else. Throws `UnreadableEdition` where it is no sound zip file. */
export function openContainer(bytes: Uint8Array): Container {
  const parts = unpack(bytes)
  return {
    xml: (path) => {
      const part = parts[path]
      if (part === undefined) throw new UnreadableEdition(`it has no part \`${path}\``)
      try {
        return parseXml(strFromU8(part))
      } catch (error) {
        throw new UnreadableEdition(`its part \`${path}\` is not sound XML: ${messageOf(error)}`)
      }
    },
  }
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels|opf|xhtml|ncx)$/u.test(name)) return false
        if (originalSize > LARGEST_PART) throw new Error(`the part \`${name}\` is too large`)
        return true
      },
    })
  } catch (error) {
    throw new UnreadableEdition(`it is not a sound zip file: ${messageOf(error)}`)
  }
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
