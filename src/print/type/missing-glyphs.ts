/** Characters that need no glyph: controls, spaces (HarfBuzz makes them of the space), joiners, and hyphens that are set as one. */
const undrawn = /[\p{Control}\p{Format}\p{Separator}\p{Variation_Selector}\u2010\u2011]/u

/** Code points of `text` that `glyph` has no glyph for, each once, ascending. */
export function missingGlyphs(
  text: string,
  glyph: (codePoint: number) => number | undefined,
): readonly number[] {
  const missing = new Set<number>()
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (glyph(codePoint) === undefined && !undrawn.test(character)) missing.add(codePoint)
  }
  return [...missing].sort((a, b) => a - b)
}
