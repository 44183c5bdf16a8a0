/**
 * Shapes text of one face with HarfBuzz.
 *
 * In: a face's bytes, text, features. Out: glyphs in ems. Never: line breaking, or a size.
 */
import type * as HarfBuzz from 'harfbuzzjs'
import type { Face } from '../../template/template.ts'
import type { Glyphs } from './glyphs.ts'
import { scriptOf } from './script.ts'

/** Moves, lines, curves and closings of a glyph, in units of the face, `y` upwards. */
export type Outline = readonly {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z'
  readonly values: readonly number[]
}[]

/** A face that HarfBuzz has opened. */
export interface OpenFace {
  readonly key: string
  /** Units to the em. */
  readonly unitsPerEm: number
  /** The index of a character's glyph; undefined where the face cannot draw it. */
  readonly glyph: (codePoint: number) => number | undefined
  readonly outline: (glyph: number) => Outline
  /** `tags` as `featureTags` gives them. The language is BCP 47. */
  readonly shape: (text: string, tags: readonly HarfBuzz.Feature[], language: string) => Glyphs
}

export interface Shaper {
  readonly openFace: (face: Face) => OpenFace
  readonly feature: (tag: string) => HarfBuzz.Feature
}

/** Loads HarfBuzz (WebAssembly, about 25 ms), on first use, so that a build without a print edition does not pay for it. */
export async function openShaper(): Promise<Shaper> {
  const harfBuzz = await import('harfbuzzjs')
  // One buffer for all: a new one each time costs a finalizer each time.
  const buffer = new harfBuzz.Buffer()
  return {
    feature: (tag) => new harfBuzz.Feature(tag.slice(1), tag.startsWith('+') ? 1 : 0),
    openFace(face) {
      const opened = new harfBuzz.Face(new harfBuzz.Blob(face.bytes))
      const font = new harfBuzz.Font(opened)
      const unitsPerEm = opened.upem
      return {
        key: face.key,
        unitsPerEm,
        glyph: (codePoint) => font.nominalGlyph(codePoint),
        outline: (glyph) => font.glyphToJson(glyph) as Outline,
        shape(text, features, language) {
          buffer.clearContents()
          buffer.addText(text)
          buffer.setDirection(harfBuzz.Direction.LTR)
          buffer.setScript(scriptOf(text))
          buffer.setLanguage(language)
          harfBuzz.shape(font, buffer, [...features])
          return readGlyphs(buffer, text, unitsPerEm, harfBuzz.GlyphFlag.UNSAFE_TO_BREAK)
        },
      }
    },
  }
}

function readGlyphs(
  buffer: HarfBuzz.Buffer,
  text: string,
  unitsPerEm: number,
  unsafe: number,
): Glyphs {
  const infos = buffer.getGlyphInfos()
  const positions = buffer.getGlyphPositions()
  // A book keeps the glyphs of all its words: arrays as long as they are needed, and no longer.
  const count = infos.length
  const ids = new Array<number>(count)
  const advances = new Array<number>(count)
  const texts = new Array<string>(count)
  const joined = new Array<boolean>(count)
  let isShifted = false
  let width = 0
  infos.forEach((info, index) => {
    const position = positions[index]
    const advance = (position?.xAdvance ?? 0) / unitsPerEm
    ids[index] = info.codepoint
    advances[index] = advance
    joined[index] = (info.flags & unsafe) !== 0
    width += advance
    if (position !== undefined && (position.xOffset !== 0 || position.yOffset !== 0)) {
      isShifted = true
    }
    // Clusters are monotone (HarfBuzz manual, "Clusters"): one ends where the next begins.
    const isFirst = index === 0 || infos[index - 1]?.cluster !== info.cluster
    let next = index + 1
    while (next < infos.length && infos[next]?.cluster === info.cluster) next++
    texts[index] = isFirst ? text.slice(info.cluster, infos[next]?.cluster ?? text.length) : ''
  })
  return {
    ids,
    advances,
    shifts: isShifted
      ? positions.map((at) => [at.xOffset / unitsPerEm, at.yOffset / unitsPerEm] as const)
      : undefined,
    texts,
    joined,
    width,
    scale: 1,
    rise: 0,
  }
}
