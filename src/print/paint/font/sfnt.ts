/** The table directory of a font file (OpenType 1.9, "Organization of an OpenType font"), and what a PDF wants to know of a face. */

/** A table's bytes. */
export type Table = DataView

/** Tables by tag. Throws where the bytes are no OpenType font of one face. */
export function readTables(bytes: Uint8Array): ReadonlyMap<string, Table> {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, Table>()
  const count = file.getUint16(4)
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index
    const offset = bytes.byteOffset + file.getUint32(record + 8)
    tables.set(tagAt(file, record), new DataView(bytes.buffer, offset, file.getUint32(record + 12)))
  }
  return tables
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))

/** The bytes of a table, not copied. */
export const bytesOf = (table: Table): Uint8Array =>
  new Uint8Array(table.buffer, table.byteOffset, table.byteLength)

/** A table that no face is without. */
export function tableOf(tables: ReadonlyMap<string, Table>, tag: string): Table {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`a face has no table ${tag}`)
  return table
}

/** In units of the face, but for the angle. */
export interface Metrics {
  readonly unitsPerEm: number
  readonly box: readonly [left: number, low: number, right: number, high: number]
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  /** Degrees, counter-clockwise. */
  readonly italicAngle: number
  /** `usWeightClass`: 400 is regular. */
  readonly weight: number
  /** `sFamilyClass`: 1 to 7 have serifs, 10 is a script (OpenType 1.9, "OS/2"). */
  readonly familyClass: number
  readonly isFixedPitch: boolean
  readonly isItalic: boolean
  /** Advance of a glyph. */
  readonly advance: (glyph: number) => number
}

export function readMetrics(tables: ReadonlyMap<string, Table>): Metrics {
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((tag) => tableOf(tables, tag)) as [
    Table,
    Table,
    Table,
  ]
  const [os2, post] = [tables.get('OS/2'), tables.get('post')]
  const ascent = hhea.getInt16(4)
  // `sxHeight` and `sCapHeight` came with version 2.
  const heights = os2 !== undefined && os2.getUint16(0) >= 2 ? os2 : undefined
  const advances = hhea.getUint16(34)
  return {
    unitsPerEm: head.getUint16(18),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent,
    descent: hhea.getInt16(6),
    xHeight: heights?.getInt16(86) ?? 0,
    capHeight: heights?.getInt16(88) || ascent,
    italicAngle: (post?.getInt32(4) ?? 0) / 0x10000,
    weight: os2?.getUint16(4) ?? 400,
    familyClass: os2?.getInt8(30) ?? 0,
    isFixedPitch: (post?.getUint32(12) ?? 0) !== 0,
    isItalic: (head.getUint16(44) & 2) !== 0,
    // Glyphs after the last advance share it (OpenType 1.9, "hmtx").
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, advances - 1)),
  }
}

/** `name`, 6. */
const POSTSCRIPT_NAME = 6

/** The PostScript name of a face, of ASCII alone; undefined where it has none. */
export function readPostScriptName(tables: ReadonlyMap<string, Table>): string | undefined {
  const names = tables.get('name')
  if (names === undefined) return undefined
  const texts = names.getUint16(4)
  for (let index = 0; index < names.getUint16(2); index++) {
    const record = 6 + 12 * index
    if (names.getUint16(record + 6) !== POSTSCRIPT_NAME) continue
    const start = texts + names.getUint16(record + 10)
    const bytes = bytesOf(names).subarray(start, start + names.getUint16(record + 8))
    // UTF-16 or Mac Roman: what is left of either without zeros is its ASCII.
    return String.fromCharCode(...bytes).replace(/[^!-~]|[[\](){}<>/%#]/gu, '')
  }
  return undefined
}
