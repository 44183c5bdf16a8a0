/**
 * The data types of a CFF table (Adobe Technical Note 5176, *The Compact Font Format Specification*).
 * Numbers of a DICT are written in the one form that holds any.
 */

/** An INDEX (5176, 5): objects of varying length. */
export interface Index {
  readonly count: number
  readonly get: (index: number) => Uint8Array
  /** Offset of what follows. */
  readonly end: number
}

export function readIndex(bytes: Uint8Array, start: number): Index {
  const count = uint(bytes, start, 2)
  if (count === 0) return { count, get: () => new Uint8Array(), end: start + 2 }
  const size = bytes[start + 2] ?? 0
  const offsetAt = (index: number): number => uint(bytes, start + 3 + index * size, size)
  // Offsets count from the byte before the first object.
  const data = start + 2 + (count + 1) * size
  return {
    count,
    get: (index) => bytes.subarray(data + offsetAt(index), data + offsetAt(index + 1)),
    end: data + offsetAt(count),
  }
}

export function writeIndex(objects: readonly Uint8Array[]): Uint8Array {
  if (objects.length === 0) return new Uint8Array(2)
  const length = objects.reduce((sum, object) => sum + object.length, 0)
  const size = length < 0xff ? 1 : length < 0xffff ? 2 : length < 0xffffff ? 3 : 4
  const data = 3 + size * (objects.length + 1)
  const bytes = new Uint8Array(data + length)
  bytes.set([objects.length >> 8, objects.length & 255, size])
  let end = 1
  const writeOffset = (index: number): void => {
    for (let byte = 0; byte < size; byte++) {
      bytes[3 + size * index + byte] = end >>> (8 * (size - 1 - byte))
    }
  }
  objects.forEach((object, index) => {
    writeOffset(index)
    bytes.set(object, data + end - 1)
    end += object.length
  })
  writeOffset(objects.length)
  return bytes
}

/** A big-endian number of `size` bytes. */
export function uint(bytes: Uint8Array, at: number, size: number): number {
  let value = 0
  for (let index = 0; index < size; index++) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

/** A DICT (5176, 4): entries by operator, those of two bytes as 0x0C00 + the second. */
export type Dict = ReadonlyMap<number, Entry>

export interface Entry {
  /** Whole numbers; a real one, which nothing here asks for, is NaN. */
  readonly operands: readonly number[]
  /** Operands and operator as they are written. */
  readonly bytes: Uint8Array
}

export function readDict(bytes: Uint8Array): Dict {
  const dict = new Map<number, Entry>()
  let operands: number[] = []
  let start = 0
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at++] ?? 0
    if (first <= 21) {
      const operator = first === 12 ? 0x0c00 + (bytes[at++] ?? 0) : first
      dict.set(operator, { operands, bytes: bytes.subarray(start, at) })
      operands = []
      start = at
    } else if (first === 28) {
      operands.push((uint(bytes, at, 2) << 16) >> 16)
      at += 2
    } else if (first === 29) {
      operands.push(uint(bytes, at, 4) | 0)
      at += 4
    } else if (first === 30) {
      // A real number ends with the half byte F.
      while (at < bytes.length && ((bytes[at] ?? 0) & 15) !== 15) at++
      at++
      operands.push(NaN)
    } else if (first <= 246) operands.push(first - 139)
    else {
      const second = bytes[at++] ?? 0
      operands.push(
        first <= 250 ? (first - 247) * 256 + second + 108 : (251 - first) * 256 - second - 108,
      )
    }
  }
  return dict
}

/** An entry whose numbers take five bytes each, whatever they are, so that its length is known before they are. */
export function entry(operator: number, ...operands: readonly number[]): number[] {
  const bytes = operands.flatMap((value) => [
    29,
    (value >>> 24) & 255,
    (value >>> 16) & 255,
    (value >>> 8) & 255,
    value & 255,
  ])
  return operator > 255 ? [...bytes, 12, operator & 255] : [...bytes, operator]
}
