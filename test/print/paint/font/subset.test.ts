import { Blob, Face, Font } from 'harfbuzzjs'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  readMetrics,
  readPostScriptName,
  readTables,
  type Table,
} from '../../../../src/print/paint/font/sfnt.ts'
import { subsetCff } from '../../../../src/print/paint/font/subset-cff.ts'
import { subsetGlyf, writeFont } from '../../../../src/print/paint/font/subset-glyf.ts'

const { resolve } = createRequire(import.meta.url)
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(resolve(path)))

const open = (bytes: Uint8Array): Font => new Font(new Face(new Blob(bytes)))

/** A font file about a bare CFF table, so that HarfBuzz can draw from it. */
function wrap(cff: Uint8Array, tables: ReadonlyMap<string, Table>, count: number): Uint8Array {
  const maxp = Uint8Array.of(0, 0, 0x50, 0, count >> 8, count & 255)
  const kept = (['head', 'hhea', 'hmtx'] as const).map(
    (tag) => [tag, bytesOf(tables.get(tag)!)] as const,
  )
  return writeFont(new Map([['CFF ', cff], ...kept, ['maxp', maxp]]), 0x4f54544f)
}

/** Glyphs of letters with hints, subroutines and parts, out of order, one of them twice. */
const characters = [...'ghjÄéЖğ&@a1½a']

const faces = [
  'source-serif/OTF/SourceSerif4SmText-Regular.otf',
  'source-serif/OTF/SourceSerif4Caption-It.otf',
  'source-sans/OTF/SourceSans3-Semibold.otf',
  'source-code-pro/OTF/SourceCodePro-Regular.otf',
]

describe('subsetCff', () => {
  it.each(faces)('draws the glyphs of %s as they were, by CID', (path) => {
    const bytes = read(path)
    const tables = readTables(bytes)
    const font = open(bytes)
    const glyphs = [0, ...characters.map((each) => font.nominalGlyph(each.codePointAt(0)!) ?? 0)]
    const cff = subsetCff(bytesOf(tables.get('CFF ')!), glyphs, 'ABCDEF+Name')
    const small = open(wrap(cff, tables, glyphs.length))
    for (const [cid, glyph] of glyphs.entries())
      expect(small.glyphToPath(cid)).toBe(font.glyphToPath(glyph))
    expect(cff.length).toBeLessThan(bytes.length / 4)
  })

  it('cuts down what is CID-keyed already', () => {
    const bytes = read(faces[0]!)
    const tables = readTables(bytes)
    const font = open(bytes)
    const glyphs = [0, ...characters.map((each) => font.nominalGlyph(each.codePointAt(0)!) ?? 0)]
    const once = subsetCff(bytesOf(tables.get('CFF ')!), glyphs, 'ABCDEF+Once')
    const twice = subsetCff(once, [0, 5, 3], 'ABCDEF+Twice')
    const small = open(wrap(twice, tables, 3))
    expect(small.glyphToPath(1)).toBe(font.glyphToPath(glyphs[5]!))
    expect(small.glyphToPath(2)).toBe(font.glyphToPath(glyphs[3]!))
  })
})

describe('subsetGlyf', () => {
  it.each(['source-serif/TTF/SourceSerif4-Regular.ttf', 'source-sans/TTF/SourceSans3-It.ttf'])(
    'draws the glyphs of %s as they were, and their parts',
    (path) => {
      const bytes = read(path)
      const tables = readTables(bytes)
      const font = open(bytes)
      const glyphs = [0, ...characters.map((each) => font.nominalGlyph(each.codePointAt(0)!) ?? 0)]
      const small = open(subsetGlyf(tables, glyphs, readMetrics(tables).advance))
      for (const [cid, glyph] of glyphs.entries()) {
        expect(small.glyphToPath(cid)).toBe(font.glyphToPath(glyph))
        expect(small.glyphHAdvance(cid)).toBe(font.glyphHAdvance(glyph))
      }
    },
  )
})

describe('readMetrics', () => {
  it('reads what a font descriptor says', () => {
    const tables = readTables(read(faces[1]!))
    expect(readPostScriptName(tables)).toBe('SourceSerif4Caption-It')
    expect(readMetrics(tables)).toMatchObject({
      unitsPerEm: 1000,
      weight: 400,
      isItalic: true,
      isFixedPitch: false,
    })
    expect(readMetrics(readTables(read(faces[3]!))).isFixedPitch).toBe(true)
  })

  it('reads advances as HarfBuzz does', () => {
    const bytes = read(faces[0]!)
    const { advance } = readMetrics(readTables(bytes))
    const font = open(bytes)
    for (const glyph of [0, 1, 20, 300, 1000])
      expect(advance(glyph)).toBe(font.glyphHAdvance(glyph))
  })
})
