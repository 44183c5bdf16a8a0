/**
 * Opens everything that sets type: HarfBuzz, the faces, the hyphenation of the languages in use.
 *
 * In: faces, languages. Out: a `Typesetter`, from which all is synchronous. Never: a file is read here.
 */
import type { Face } from '../../template/template.ts'
import { featureKey, type Features } from './features.ts'
import { openFount, type Fount } from './fount.ts'
import { openHyphenation, type Hyphenate } from './hyphenate.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import { openShaper, type OpenFace, type Outline } from './shape.ts'

export interface Typesetter {
  /** The fount of a face (`Face.key`), opened once; words that it has shaped stay. Throws for an unknown key. */
  readonly fount: (face: string, features: Features, language: string) => Fount
  readonly hyphenate: Hyphenate
  /** Code points of `text` that the face cannot draw (rule `missing-glyph`), each once, ascending. */
  readonly missingGlyphs: (text: string, face: string) => readonly number[]
  readonly outline: (face: string, glyph: number) => Outline
}

/**
 * Opens `faces` (each key once; HarfBuzz reads a face when it is first used) and the patterns of
 * `languages`: every language of the book's text, the main one first. `exceptions` are the book's
 * own words with places of division, `Ka-zakh-stan`.
 */
export async function openType(
  faces: readonly Face[],
  languages: readonly string[],
  exceptions: readonly string[] = [],
): Promise<Typesetter> {
  const [shaper, hyphenate] = await Promise.all([
    openShaper(),
    openHyphenation(languages, exceptions),
  ])
  const files = new Map(faces.map((face) => [face.key, face]))
  const opened = new Map<string, OpenFace>()
  const founts = new Map<string, Fount>()

  const faceOf = (key: string): OpenFace => {
    let face = opened.get(key)
    if (face === undefined) {
      const file = files.get(key)
      if (file === undefined) throw new Error(`no face has the key ${key}`)
      face = shaper.openFace(file)
      opened.set(key, face)
    }
    return face
  }

  return {
    hyphenate,
    outline: (face, glyph) => faceOf(face).outline(glyph),
    missingGlyphs: (text, face) => missingGlyphs(text, faceOf(face).glyph),
    fount(face, features, language) {
      const key = `${face} ${language} ${featureKey(features)}`
      let fount = founts.get(key)
      if (fount === undefined) {
        fount = openFount(faceOf(face), features, language, shaper, hyphenate)
        founts.set(key, fount)
      }
      return fount
    },
  }
}
