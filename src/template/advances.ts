import { tableStart } from './sfnt.ts'

/** Width of a character in em. */
export type Advances = (codePoint: number) => number

/** In em, of a letter that a face lacks, or of one in a face that cannot be read. */
const AVERAGE = 0.55

const known = new WeakMap<Uint8Array, Advances>()

/**
 * The widths of a face's characters, read from its tables `cmap`, `hhea` and `hmtx` (OpenType 1.9):
 * near enough for the columns of a table, which Word sets in whatever face the machine has.
 */
export function advancesOf(face: Uint8Array): Advances {
  const found = known.get(face) ?? readAdvances(face)
  known.set(face, found)
  return found
}

function readAdvances(face: Uint8Array): Advances {
  const view = new DataView(face.buffer, face.byteOffset, face.byteLength)
  const [head, hhea, hmtx] = [
    tableStart(view, 'head'),
    tableStart(view, 'hhea'),
    tableStart(view, 'hmtx'),
  ]
  const glyphOf = readCharacters(view)
  if (head === undefined || hhea === undefined || hmtx === undefined || glyphOf === undefined)
    return () => AVERAGE
  const unitsPerEm = view.getUint16(head + 18)
  const last = view.getUint16(hhea + 34) - 1
  return (codePoint) => {
    const glyph = glyphOf(codePoint)
    return glyph === 0 ? AVERAGE : view.getUint16(hmtx + 4 * Math.min(glyph, last)) / unitsPerEm
  }
}

/** Glyphs by code point, from the `cmap` subtable of format 4, which every face has. 0 for none. */
function readCharacters(view: DataView): ((codePoint: number) => number) | undefined {
  const cmap = tableStart(view, 'cmap')
  if (cmap === undefined) return undefined
  const tables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index),
  )
  const table = tables.find((start) => view.getUint16(start) === 4)
  if (table === undefined) return undefined
  const doubled = view.getUint16(table + 6)
  const [ends, starts] = [table + 14, table + 16 + doubled]
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled]
  return (codePoint) => {
    for (let at = 0; at < doubled; at += 2) {
      if (view.getUint16(ends + at) < codePoint) continue
      const start = view.getUint16(starts + at)
      if (start > codePoint) return 0
      const offset = view.getUint16(offsets + at)
      const delta = view.getUint16(deltas + at)
      if (offset === 0) return (codePoint + delta) & 0xffff
      const glyph = view.getUint16(offsets + at + offset + 2 * (codePoint - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
