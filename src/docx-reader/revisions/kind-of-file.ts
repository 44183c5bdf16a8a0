/** First bytes of files that are taken for Word files, with what they are. */
const kinds: readonly (readonly [readonly number[], string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'an old Word file (.doc), or one that is locked with a password; save it as .docx without one',
  ],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rich text (RTF); save it as .docx'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x3c], 'a web page or XML'],
]

const ODT = 'mimetypeapplication/vnd.oasis.opendocument'

/** What a file is that is no package of Office Open XML; undefined where it may be one. */
export function kindOfFile(bytes: Uint8Array): string | undefined {
  const found = kinds.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (found !== undefined) return found[1]
  // The first entry of an OpenDocument file is its type, stored as it is.
  const head = new TextDecoder('latin1').decode(bytes.subarray(30, 30 + ODT.length))
  return head === ODT ? 'an OpenDocument file (.odt); save it as .docx' : undefined
}
