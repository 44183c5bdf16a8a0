/**
 * What a run sets: words as their fount shaped them, and the white after each. A word that stands a
 * thousand times in a book is kept once; a glyph is reckoned where it is looked at.
 */
import { pt, type Pt } from '../../unit/length.ts'
import type { Glyphs } from '../type/glyphs.ts'

export interface SetWords {
  /** In order, each of one glyph or more; a space is a word of no width. */
  readonly words: readonly Glyphs[]
  /** After the last glyph of each, pt: its kerning with the next, the white of a space, what justifies the line. */
  readonly white: readonly number[]
  /** The em of the words' lengths, pt. The run's `size` is less where a word brings a scale of its own. */
  readonly em: Pt
  /** Horizontal scale of the glyphs: 1 is none, .98–1.02. White is not scaled by it. */
  readonly expansion: number
}

/** One glyph, set. */
export interface SetGlyph {
  /** Index in the face; not a character code. */
  readonly id: number
  /** To the origin of the next glyph, with kerning, tracking, justification and expansion. */
  readonly advance: Pt
  /** Shift of the glyph from its origin, without moving what follows. */
  readonly dx: Pt
  readonly dy: Pt
  /** The characters that it draws, for copying and reading aloud: `fi`, `5`, `' '`; empty for the second glyph of a cluster. */
  readonly text: string
}

/** True for a space, be it of no width at the end of a line. */
export const isSpace = ({ texts }: Glyphs): boolean => texts.length === 1 && texts[0] === ' '

/** The advance of a glyph of a word, pt. */
export function advanceAt(set: SetWords, word: number, glyph: number): number {
  const { advances } = set.words[word]!
  const own = advances[glyph]! * set.em * set.expansion
  return glyph === advances.length - 1 ? own + set.white[word]! : own
}

/** From the origin of the first glyph to the end of the last, pt. */
export function widthOf(set: SetWords): number {
  let width = 0
  for (let word = 0; word < set.words.length; word++) {
    const count = set.words[word]!.ids.length
    for (let glyph = 0; glyph < count; glyph++) width += advanceAt(set, word, glyph)
  }
  return width
}

/** The characters that the glyphs draw. */
export const textOf = ({ words }: Pick<SetWords, 'words'>): string =>
  words.map(({ texts }) => texts.join('')).join('')

/** Its glyphs one by one, for what is not asked of every line of a book. */
export const glyphsOf = (set: SetWords): readonly SetGlyph[] =>
  set.words.flatMap(({ ids, texts, shifts }, word) =>
    ids.map((id, glyph): SetGlyph => {
      const [dx, dy] = shifts?.[glyph] ?? noShift
      return {
        id,
        advance: pt(advanceAt(set, word, glyph)),
        dx: pt(dx * set.em * set.expansion),
        dy: pt(dy * set.em),
        text: texts[glyph]!,
      }
    }),
  )

const noShift = [0, 0] as const
