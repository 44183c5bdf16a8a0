import { bytesOf, tableOf, type Table } from './sfnt.ts'

/** Flags of a part of a composite glyph (OpenType 1.9, "glyf"). */
const ARE_WORDS = 0x1
const HAS_SCALE = 0x8
const HAS_MORE = 0x20
const HAS_TWO_SCALES = 0x40
const HAS_MATRIX = 0x80

/** The tables that a TrueType font program in a PDF needs (ISO 32000-1, 9.9), with those of its hints where it has them. */
const copied = ['cvt ', 'fpgm', 'prep']

/**
 * A TrueType font cut down to some glyphs: glyph 0 is `glyphs[0]`, and so on; a glyph may be named
 * twice. Parts of composite glyphs follow after them.
 */
export function subsetGlyf(
  tables: ReadonlyMap<string, Table>,
  glyphs: readonly number[],
  advance: (glyph: number) => number,
): Uint8Array {
  const source = bytesOf(tableOf(tables, 'glyf'))
  const [loca, head] = [tableOf(tables, 'loca'), tableOf(tables, 'head')]
  const isLong = head.getInt16(50) !== 0
  const offsetOf = (glyph: number): number =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph)

  const taken = [...glyphs]
  const numbers = new Map(glyphs.map((glyph, index) => [glyph, index]))
  const numberOf = (glyph: number): number => {
    const number = numbers.get(glyph) ?? taken.push(glyph) - 1
    numbers.set(glyph, number)
    return number
  }
  const outlines: Uint8Array[] = []
  // Grows while it is walked: parts bring parts.
  for (let index = 0; index < taken.length; index++) {
    const glyph = taken[index]!
    outlines.push(renumber(source.slice(offsetOf(glyph), offsetOf(glyph + 1)), numberOf))
  }

  const glyf = Buffer.concat(outlines.map(padded))
  const places = new DataView(new ArrayBuffer(4 * (taken.length + 1)))
  const metrics = new DataView(new ArrayBuffer(4 * taken.length))
  let end = 0
  outlines.forEach((outline, index) => {
    end += padded(outline).length
    places.setUint32(4 * (index + 1), end)
    metrics.setUint16(4 * index, advance(taken[index]!))
    // The bearing is where the outline begins: `xMin`.
    if (outline.length > 0) metrics.setUint16(4 * index + 2, (outline[2]! << 8) | outline[3]!)
  })
  return writeFont(
    new Map([
      ...copied.flatMap((tag) => {
        const table = tables.get(tag)
        return table === undefined ? [] : [[tag, bytesOf(table)] as const]
      }),
      ['glyf', glyf],
      ['head', changed(head, (view) => view.setInt16(50, 1))],
      ['hhea', changed(tableOf(tables, 'hhea'), (view) => view.setUint16(34, taken.length))],
      ['hmtx', bytesOf(metrics)],
      ['loca', bytesOf(places)],
      ['maxp', changed(tableOf(tables, 'maxp'), (view) => view.setUint16(4, taken.length))],
    ]),
  )
}

/** An outline whose parts bear their new numbers. */
function renumber(outline: Uint8Array, numberOf: (glyph: number) => number): Uint8Array {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  if (outline.length < 10 || view.getInt16(0) >= 0) return outline
  let at = 10
  let flags = HAS_MORE
  while ((flags & HAS_MORE) !== 0) {
    flags = view.getUint16(at)
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)))
    at += (flags & ARE_WORDS) !== 0 ? 8 : 6
    if ((flags & HAS_SCALE) !== 0) at += 2
    else if ((flags & HAS_TWO_SCALES) !== 0) at += 4
    else if ((flags & HAS_MATRIX) !== 0) at += 8
  }
  return outline
}

function changed(table: Table, change: (copy: DataView) => void): Uint8Array {
  const copy = bytesOf(table).slice()
  change(new DataView(copy.buffer))
  return copy
}

function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 4 === 0) return bytes
  const longer = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  longer.set(bytes)
  return longer
}

/** `sfntVersion` of a font with TrueType outlines. */
const TRUETYPE = 0x00010000

/** A font file; `tables` by tag, ascending. Checksums are not looked at in a PDF, and left zero. */
export function writeFont(tables: ReadonlyMap<string, Uint8Array>, version = TRUETYPE): Uint8Array {
  const directory = new DataView(new ArrayBuffer(12 + 16 * tables.size))
  const power = 31 - Math.clz32(tables.size)
  directory.setUint32(0, version)
  directory.setUint16(4, tables.size)
  directory.setUint16(6, 16 << power)
  directory.setUint16(8, power)
  directory.setUint16(10, 16 * tables.size - (16 << power))
  let end = directory.byteLength
  let record = 12
  for (const [tag, bytes] of tables) {
    for (let index = 0; index < 4; index++)
      directory.setUint8(record + index, tag.charCodeAt(index))
    directory.setUint32(record + 8, end)
    directory.setUint32(record + 12, bytes.length)
    end += padded(bytes).length
    record += 16
  }
  return Buffer.concat([bytesOf(directory), ...[...tables.values()].map(padded)])
}
