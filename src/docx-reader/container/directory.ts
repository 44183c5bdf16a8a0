import { limits } from './limits.ts'
import { Refusal } from './refusal.ts'

/** A row of a zip's central directory (APPNOTE.TXT, 4.3.12). */
export interface Entry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc: number
  /** Bytes in the file, and what the directory says of them inflated. */
  readonly stored: number
  readonly inflated: number
  /** Offset of its local header. */
  readonly start: number
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
/** Length of the end record, and of the longest comment behind it. */
const END_LENGTH = 22
const LONGEST_COMMENT = 65535

/** Reads the central directory. Throws a Refusal where it is damaged, encrypted, too long, or names a part in a way that is not safe. */
export function readDirectory(bytes: Uint8Array): readonly Entry[] {
  if (bytes.byteLength > limits.bytes) throw new Refusal('the file is too large')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count > limits.entries) throw new Refusal('the file has too many parts')
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw new Refusal('its table of contents is damaged')
    }
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new Refusal('a part is encrypted')
    if (at + 46 + nameLength > end) throw new Refusal('its table of contents is damaged')
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      stored: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  checkNames(entries)
  return entries
}

/** The end record stands last but for a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  throw new Refusal('it is not a zip container, as every .docx is')
}

/** No name may lead out of a folder, and no two may mean one part, whatever the case of their letters. */
function checkNames(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    const unsafe =
      name === '' ||
      /^[/\\]|^[a-z]:|\\|[\u0000-\u001F]/i.test(name) ||
      name.split('/').includes('..')
    if (unsafe) throw new Refusal(`a part has the unsafe name ${JSON.stringify(name)}`)
    const folded = name.toLowerCase()
    if (seen.has(folded)) throw new Refusal(`two parts have the name \`${name}\``)
    seen.add(folded)
  }
}
