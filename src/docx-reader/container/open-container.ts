import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import { readDirectory, type Entry } from './directory.ts'
import { limits } from './limits.ts'
import { Refusal } from './refusal.ts'

const LOCAL_SIGNATURE = 0x04034b50

/** Parts of a package by name, inflated when asked for; what all of them may take together is counted. */
export interface Container {
  readonly names: readonly string[]
  /** Bytes of a part; undefined where there is none. Throws a Refusal where it is damaged or a bomb. */
  readonly read: (name: string) => Uint8Array | undefined
}

/** Opens a zip whose names are safe. Throws a Refusal. */
export function openContainer(bytes: Uint8Array): Container {
  const entries = readDirectory(bytes)
  checkOverlaps(entries)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  let spent = 0
  return {
    names: [...byName.keys()],
    read: (name) => {
      const entry = byName.get(name)
      if (entry === undefined) return undefined
      const part = inflate(storedBytes(bytes, entry), entry, limits.inflated - spent)
      spent += part.byteLength
      return part
    },
  }
}

/** Entries that share bytes make a small file inflate without end. */
function checkOverlaps(entries: readonly Entry[]): void {
  const byStart = [...entries].sort((a, b) => a.start - b.start)
  byStart.forEach((entry, index) => {
    const next = byStart[index + 1]
    if (next !== undefined && entry.start + 30 + entry.stored > next.start) {
      throw new Refusal('two parts share the same bytes')
    }
  })
}

function storedBytes(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { start, stored, name } = entry
  if (start + 30 > bytes.byteLength || view.getUint32(start, true) !== LOCAL_SIGNATURE) {
    throw new Refusal(`the part \`${name}\` is damaged`)
  }
  const begin = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (begin + stored > bytes.byteLength) throw new Refusal(`the part \`${name}\` is cut short`)
  return bytes.subarray(begin, begin + stored)
}

/** The part's bytes, counted as they come: the directory's word for their number is not trusted. */
function inflate(stored: Uint8Array, entry: Entry, room: number): Uint8Array {
  const { name } = entry
  if (entry.method !== 0 && entry.method !== 8) {
    throw new Refusal(`the part \`${name}\` is compressed in a way that is not known`)
  }
  const part = entry.method === 0 ? stored : inflated(stored, name, room)
  if (part.byteLength > room) throw new Refusal('its parts are too large')
  if (part.byteLength !== entry.inflated || crc32(part) !== entry.crc) {
    throw new Refusal(`the part \`${name}\` is damaged`)
  }
  return part
}

/** Bytes fed to the inflater at a time, so that a bomb is found before it has grown. */
const STEP = 64 * 1024

function inflated(stored: Uint8Array, name: string, room: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  const inflater = new Inflate((chunk) => {
    length += chunk.byteLength
    const isBomb = length > limits.ratioFrom && length > stored.byteLength * limits.ratio
    if (length > room || isBomb) throw new Refusal(`the part \`${name}\` inflates without measure`)
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < stored.byteLength; at += STEP) {
      inflater.push(stored.subarray(at, at + STEP), at + STEP >= stored.byteLength)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`the part \`${name}\` is damaged`)
  }
  return join(chunks, length)
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
