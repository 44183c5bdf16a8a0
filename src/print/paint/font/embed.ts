import type { PdfDocument, PdfObject } from '../pdfkit-private.ts'
import {
  bytesOf,
  readMetrics,
  readPostScriptName,
  readTables,
  type Metrics,
  type Table,
} from './sfnt.ts'
import { subsetCff } from './subset-cff.ts'
import { subsetGlyf } from './subset-glyf.ts'
import { toUnicode } from './to-unicode.ts'

/** A face on its way into the document: a composite font (ISO 32000-1, 9.7) whose codes are CIDs (`Identity-H`). */
export interface EmbeddedFont {
  /** The Type 0 font. It may be named as a resource at once, and is written by `write`. */
  readonly object: PdfObject
  readonly unitsPerEm: number
  /** Adds a glyph and returns its CID. `text` is what it stands for when copied: a glyph that stands for several has a CID for each. */
  readonly add: (glyph: number, text: string) => number
  /** Advance of a glyph, thousandths of an em. */
  readonly width: (glyph: number) => number
  /** Writes the face, cut down to the glyphs that were added. */
  readonly write: () => void
}

export function embedFont(document: PdfDocument, bytes: Uint8Array): EmbeddedFont {
  const tables = readTables(bytes)
  const metrics = readMetrics(tables)
  const scale = 1000 / metrics.unitsPerEm
  const width = (glyph: number): number => metrics.advance(glyph) * scale
  const object = newObject(document, {})
  // CID 0 is the glyph of what is missing, whatever a font holds (9.7.4.2).
  const glyphs = [0]
  const texts = ['\u0000']
  return {
    object,
    unitsPerEm: metrics.unitsPerEm,
    width,
    add(glyph, text) {
      texts.push(text)
      return glyphs.push(glyph) - 1
    },
    write() {
      const postScriptName = readPostScriptName(tables) ?? 'Unnamed'
      const name = `${subsetTag(glyphs)}+${postScriptName}`
      const program = writeProgram(document, tables, glyphs, name, metrics)
      const descendant = written(document, {
        Type: 'Font',
        Subtype: program.isCff ? 'CIDFontType0' : 'CIDFontType2',
        BaseFont: name,
        CIDSystemInfo: {
          Registry: new String('Adobe'),
          Ordering: new String('Identity'),
          Supplement: 0,
        },
        FontDescriptor: written(document, {
          ...describe(metrics, name),
          CIDSet: written(document, {}, cidSet(glyphs.length)),
          [program.isCff ? 'FontFile3' : 'FontFile2']: program.file,
        }),
        // Widths of consecutive CIDs, from 0 (9.7.4.3).
        W: [0, glyphs.map(width)],
        ...(!program.isCff && { CIDToGIDMap: 'Identity' }),
      })
      Object.assign(object.data, {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: written(document, {}, toUnicode(texts)),
      })
      object.end()
    },
  }
}

/** The font program (9.9): a bare CFF table, or a TrueType font. */
function writeProgram(
  document: PdfDocument,
  tables: ReadonlyMap<string, Table>,
  glyphs: readonly number[],
  name: string,
  metrics: Metrics,
): { readonly isCff: boolean; readonly file: PdfObject } {
  const cff = tables.get('CFF ')
  if (cff !== undefined) {
    const bytes = subsetCff(bytesOf(cff), glyphs, name)
    return { isCff: true, file: written(document, { Subtype: 'CIDFontType0C' }, bytes) }
  }
  const bytes = subsetGlyf(tables, glyphs, metrics.advance)
  return { isCff: false, file: written(document, { Length1: bytes.length }, bytes) }
}

/** A bit for each CID of the subset, from the highest of the first byte on (9.8.3.2): all of them. PDF/A-1 wants it. */
function cidSet(count: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(count / 8)).fill(0xff)
  if (count % 8 !== 0) bytes[bytes.length - 1] = 0xff & (0xff << (8 - (count % 8)))
  return bytes
}

/** Flags of a font descriptor (9.8.2). */
const FIXED_PITCH = 1 << 0
const SERIF = 1 << 1
const SYMBOLIC = 1 << 2
const SCRIPT = 1 << 3
const ITALIC = 1 << 6

/** Font descriptor (9.8): for a reader that would do without the font program, so that approximations serve. */
function describe(metrics: Metrics, name: string): Record<string, unknown> {
  const scale = 1000 / metrics.unitsPerEm
  const { familyClass } = metrics
  let flags = SYMBOLIC
  if (metrics.isFixedPitch) flags |= FIXED_PITCH
  if (1 <= familyClass && familyClass <= 7) flags |= SERIF
  if (familyClass === 10) flags |= SCRIPT
  if (metrics.isItalic) flags |= ITALIC
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: flags,
    FontBBox: metrics.box.map((side) => side * scale),
    ItalicAngle: metrics.italicAngle,
    Ascent: metrics.ascent * scale,
    Descent: metrics.descent * scale,
    CapHeight: metrics.capHeight * scale,
    XHeight: metrics.xHeight * scale,
    StemV: stemOf(metrics.weight),
  }
}

/** Stems of a weight, thousandths of an em: about 88 of a regular face, 130 of a semibold one, which is what Adobe's have. */
const stemOf = (weight: number): number => Math.round(50 + (weight / 65) * (weight / 65))

/** Six letters that differ from subset to subset (9.6.4): a hash of the glyphs (FNV-1a). */
function subsetTag(glyphs: readonly number[]): string {
  let hash = 0x811c9dc5
  for (const glyph of glyphs) hash = Math.imul(hash ^ glyph, 0x01000193) >>> 0
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (hash % 26))
    hash = Math.floor(hash / 26)
    return letter
  }).join('')
}

const newObject = (document: PdfDocument, data: Record<string, unknown>): PdfObject =>
  document.ref(data)

function written(
  document: PdfDocument,
  data: Record<string, unknown>,
  stream?: Uint8Array,
): PdfObject {
  const object = newObject(document, data)
  object.end(stream)
  return object
}
