/** Shaped text of one face. All lengths are in ems of the size at which it is set. */
export interface Glyphs {
  /** Indices in the face. */
  readonly ids: readonly number[]
  /** To the origin of the next glyph, with kerning and tracking. */
  readonly advances: readonly number[]
  /** Shift of each glyph that does not move what follows; undefined where no glyph is shifted. */
  readonly shifts: readonly (readonly [dx: number, dy: number])[] | undefined
  /** The characters that each draws: `fi`, `5`; empty for the second glyph of a cluster. */
  readonly texts: readonly string[]
  /** True where the text cannot be cut before a glyph without shaping both parts anew (HarfBuzz, `UNSAFE_TO_BREAK`): kerning, a ligature. */
  readonly joined: readonly boolean[]
  /** Sum of the advances. */
  readonly width: number
  /** Of the glyphs against the size of the run: 1, or less for a figure made superior without the face's help. `width` and `advances` include it. */
  readonly scale: number
  /** Of the glyphs above the baseline. */
  readonly rise: number
}
