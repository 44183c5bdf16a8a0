import { closeSync, openSync, readSync } from 'node:fs'
import type { Face } from './template.ts'

/** Whether a face has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean

/** A face that cannot be read is told of when it is opened to set type; until then it draws all. */
const all: Coverage = () => true

/**
 * What a face can draw, by its `cmap` alone (OpenType 1.9, "cmap"): of a face whose bytes were not
 * read, nothing but that table is.
 */
export function coverageOf(face: Face): Coverage {
  try {
    const cmap = face.bytes.length > 0 ? tableIn(face.bytes) : tableAt(face.path)
    return cmap === undefined ? all : (best(cmap) ?? all)
  } catch {
    return all
  }
}

const directoryEntry = 16
const header = 12

/** Offset and length of the `cmap`, from the table directory. */
function findCmap(
  view: DataView,
): { readonly offset: number; readonly length: number } | undefined {
  for (let at = header; at + directoryEntry <= view.byteLength; at += directoryEntry)
    if (view.getUint32(at) === 0x636d6170)
      return { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }
  return undefined
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function tableIn(bytes: Uint8Array): DataView | undefined {
  const count = viewOf(bytes).getUint16(4)
  const found = findCmap(viewOf(bytes.subarray(0, header + count * directoryEntry)))
  return found && viewOf(bytes.subarray(found.offset, found.offset + found.length))
}

function tableAt(path: string): DataView | undefined {
  const file = openSync(path, 'r')
  try {
    const read = (offset: number, length: number): Uint8Array => {
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
    }
    const count = viewOf(read(0, header)).getUint16(4)
    const found = findCmap(viewOf(read(0, header + count * directoryEntry)))
    return found && viewOf(read(found.offset, found.length))
  } finally {
    closeSync(file)
  }
}

/** The widest subtable for Unicode: the whole of it (format 12), else its first plane (format 4). */
function best(cmap: DataView): Coverage | undefined {
  let basic: Coverage | undefined
  const count = cmap.getUint16(2)
  for (let index = 0; index < count; index++) {
    const platform = cmap.getUint16(4 + index * 8)
    const encoding = cmap.getUint16(6 + index * 8)
    const at = cmap.getUint32(8 + index * 8)
    if (platform !== 0 && (platform !== 3 || (encoding !== 1 && encoding !== 10))) continue
    const format = cmap.getUint16(at)
    if (format === 12) return segmented(cmap, at)
    if (format === 4) basic ??= segmentMapped(cmap, at)
  }
  return basic
}

/** Format 12: groups of `start`, `end`, first glyph, in order. */
function segmented(cmap: DataView, at: number): Coverage {
  const groups = cmap.getUint32(at + 12)
  return (codePoint) => {
    const index = firstEnding(groups, (group) => cmap.getUint32(at + 20 + group * 12), codePoint)
    return index < groups && cmap.getUint32(at + 16 + index * 12) <= codePoint
  }
}

/** Format 4: segments by their ends, in order; a glyph of 0 is none. */
function segmentMapped(cmap: DataView, at: number): Coverage {
  const count = cmap.getUint16(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + count * 2]
  const [deltas, offsets] = [starts + count * 2, starts + count * 4]
  return (codePoint) => {
    if (codePoint > 0xffff) return false
    const segment = firstEnding(count, (index) => cmap.getUint16(ends + index * 2), codePoint)
    if (segment >= count) return false
    const start = cmap.getUint16(starts + segment * 2)
    if (start > codePoint) return false
    const offset = cmap.getUint16(offsets + segment * 2)
    const delta = cmap.getUint16(deltas + segment * 2)
    if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0
    return cmap.getUint16(offsets + segment * 2 + offset + (codePoint - start) * 2) !== 0
  }
}

/** The first of `count` whose end is not below `value`. Binary search. */
function firstEnding(count: number, endOf: (index: number) => number, value: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(middle) < value) low = middle + 1
    else high = middle
  }
  return low
}
