/**
 * A fount: one face with its features in one language, and every word that was set from it.
 *
 * In: words. Out: their glyphs, shaped once. Never: a size, since all is in ems.
 */
import { featureTags, type Features } from './features.ts'
import type { Glyphs } from './glyphs.ts'
import type { Hyphenate } from './hyphenate.ts'
import { leftShare, rightShare } from './protrusion.ts'
import type { OpenFace, Shaper } from './shape.ts'

/** A word, or a piece of one between places where a line may end. Lengths in ems. */
export interface Word extends Glyphs {
  readonly text: string
  /** Kerning of its last glyph with a space, and of a space with its first. */
  readonly kernBeforeSpace: number
  readonly kernAfterSpace: number
  /** How far its first mark may hang out at the start of a line, and its last at the end. */
  readonly hangLeft: number
  readonly hangRight: number
}

/** A place where a word may be divided. Lengths in ems. */
export interface Division {
  /** Index in the word's text of the first character of the next line. */
  readonly place: number
  /** Width of what ends the line, with its hyphen, and of what opens the next. */
  readonly before: number
  readonly after: number
  /** How far the hyphen may hang out, and the first mark of the next line. */
  readonly hangRight: number
  readonly hangLeft: number
}

export interface Fount {
  /** `Face.key`. */
  readonly face: string
  readonly language: string
  readonly tracking: number
  /** Advance of the space, in ems, with tracking. */
  readonly space: number
  /** The glyph of the space, of no width: its white is set after it. */
  readonly blank: Glyphs
  word: (text: string) => Word
  /** Where the word may be divided by the patterns of its script. */
  divisions: (text: string) => readonly Division[]
  /** What a hyphen makes of the word cut at `place`: for soft hyphens that the author wrote. */
  divide: (text: string, place: number) => Division
  /** Kerning between two words that stand without a space between them. */
  kern: (left: Word, right: Word) => number
}

/** A superior figure without the face's help: of the size, and above the baseline in ems. Proportions of Source Serif's own. */
const SUPERIOR_SCALE = 0.62
const SUPERIOR_RISE = 0.33

/** Drawn by nothing: soft hyphen, zero width space, word joiner, byte order mark. */
const invisible = /[\u00AD\u200B\u2060\uFEFF]/gu

/** The hyphen that the setter adds. Not U+00AD, which shares its glyph and would be copied as nothing. */
export const HYPHEN = '-'

/** Opens a fount of `face`. */
export function openFount(
  face: OpenFace,
  features: Features,
  language: string,
  shaper: Shaper,
  hyphenate: Hyphenate,
): Fount {
  const tags = featureTags(features).map((tag) => shaper.feature(tag))
  const plainTags = tags.filter((feature) => feature.tag !== 'sups')
  const tracking = features.tracking / 1000
  const words = new Map<string, Word>()
  const divisions = new Map<string, readonly Division[]>()
  const kerns = new Map<string, Map<string, number>>()
  const hasRealHyphen = face.glyph(0x2011) !== undefined

  /** The characters as they are shaped: those that draw nothing left out, capitals where asked for. */
  const drawn = (text: string): string => {
    let kept = text.replace(invisible, '')
    if (!hasRealHyphen) kept = kept.replaceAll('\u2011', HYPHEN)
    return features.caps === 'upper' ? kept.toUpperCase() : kept
  }

  const shapePlain = (text: string): Glyphs => track(face.shape(text, tags, language), tracking)

  const shapeSuperior = (text: string): Glyphs => {
    const superior = face.shape(text, tags, language)
    const plain = face.shape(text, plainTags, language)
    const isDrawn =
      superior.ids.length === plain.ids.length &&
      superior.ids.every((id, index) => id !== plain.ids[index])
    return isDrawn ? superior : raise(plain)
  }

  const shape = (text: string): Glyphs => {
    const characters = drawn(text)
    if (characters === '') return empty
    return features.superior ? shapeSuperior(characters) : shapePlain(characters)
  }

  const space = face.shape(' ', tags, language)
  const spaceWidth = space.width + tracking

  /** What the advance of `left` and `right` together has over the sum of each, in ems. */
  const pairKern = (left: string, right: string): number => {
    let ofLeft = kerns.get(left)
    if (ofLeft === undefined) kerns.set(left, (ofLeft = new Map<string, number>()))
    let kern = ofLeft.get(right)
    if (kern === undefined) {
      kern =
        left === '' || right === '' || features.superior
          ? 0
          : advanceOf(left + right) - singleAdvance(left) - singleAdvance(right)
      ofLeft.set(right, kern)
    }
    return kern
  }
  const advanceOf = (text: string): number => face.shape(text, tags, language).width
  /** Of one cluster: the same few, over and over. */
  const singles = new Map<string, number>()
  const singleAdvance = (text: string): number => {
    let advance = singles.get(text)
    if (advance === undefined) singles.set(text, (advance = advanceOf(text)))
    return advance
  }

  const word = (text: string): Word => {
    const known = words.get(text)
    if (known !== undefined) return known
    const glyphs = shape(text)
    const { ids, advances, texts, joined, width, scale, rise, shifts } = glyphs
    const made: Word = {
      ids,
      advances,
      shifts,
      texts,
      joined,
      width,
      scale,
      rise,
      text,
      kernBeforeSpace: pairKern(lastText(glyphs), ' '),
      kernAfterSpace: pairKern(' ', glyphs.texts[0] ?? ''),
      hangLeft: hang(glyphs, leftShare, 0),
      hangRight: hang(glyphs, rightShare, glyphs.ids.length - 1),
    }
    words.set(text, made)
    return made
  }

  const divide = (text: string, place: number): Division => {
    const whole = word(text)
    const glyph = glyphAt(whole, place)
    const hyphen = word(HYPHEN)
    if (glyph === undefined || whole.joined[glyph] === true || drawn(text) !== text) {
      const before = word(text.slice(0, place) + HYPHEN)
      const after = word(text.slice(place))
      const { hangLeft } = after
      return {
        place,
        before: before.width,
        after: after.width,
        hangRight: hyphen.hangRight,
        hangLeft,
      }
    }
    // Nothing joins the parts: their widths are sums, and need no shaping.
    let before = 0
    for (let index = 0; index < glyph; index++) before += whole.advances[index] ?? 0
    return {
      place,
      before: before + pairKern(whole.texts[glyph - 1] ?? '', HYPHEN) + hyphen.width,
      after: whole.width - before,
      hangRight: hyphen.hangRight,
      hangLeft: hang(whole, leftShare, glyph),
    }
  }

  return {
    face: face.key,
    language,
    tracking,
    space: spaceWidth,
    blank: { ...empty, ids: [space.ids[0] ?? 0], advances: [0], texts: [' '], joined: [false] },
    word,
    divide,
    divisions(text) {
      let found = divisions.get(text)
      if (found === undefined) {
        found = hyphenate(text, language).map((place) => divide(text, place))
        divisions.set(text, found)
      }
      return found
    },
    kern: (left, right) => pairKern(lastText(left), right.texts[0] ?? ''),
  }
}

const empty: Glyphs = {
  shifts: undefined,
  ids: [],
  advances: [],
  texts: [],
  joined: [],
  width: 0,
  scale: 1,
  rise: 0,
}

/** The glyph that starts at a character of the word; undefined within a cluster. */
function glyphAt(word: Word, place: number): number | undefined {
  let at = 0
  for (let index = 0; index < word.texts.length; index++) {
    const text = word.texts[index] ?? ''
    if (at === place && text !== '') return index
    if (at > place) return undefined
    at += text.length
  }
  return undefined
}

/** The characters of the last cluster. */
function lastText(glyphs: Glyphs): string {
  for (let index = glyphs.texts.length - 1; index >= 0; index--) {
    const text = glyphs.texts[index]
    if (text !== undefined && text !== '') return text
  }
  return ''
}

/** Superior figures stay within: what is raised is too light to need it. */
function hang(glyphs: Glyphs, share: (mark: string) => number, index: number): number {
  if (glyphs.rise !== 0) return 0
  return share(glyphs.texts[index] ?? '') * (glyphs.advances[index] ?? 0)
}

function track(glyphs: Glyphs, tracking: number): Glyphs {
  if (tracking === 0) return glyphs
  // A mark over a letter has no advance of its own, and takes no tracking either.
  const advances = glyphs.advances.map((advance) => (advance === 0 ? 0 : advance + tracking))
  return { ...glyphs, advances, width: advances.reduce((sum, advance) => sum + advance, 0) }
}

function raise(glyphs: Glyphs): Glyphs {
  return {
    ...glyphs,
    advances: glyphs.advances.map((advance) => advance * SUPERIOR_SCALE),
    width: glyphs.width * SUPERIOR_SCALE,
    scale: SUPERIOR_SCALE,
    rise: SUPERIOR_RISE,
  }
}
