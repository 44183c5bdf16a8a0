import type { Cut, Template } from './template.ts'

/** Whether a face, by its key, has a glyph for a code point. */
export type Draws = (face: string, codePoint: number) => boolean

/**
 * Key of the face that draws a character in the place of `face`: its own, or the first of the same
 * cut in the families from which its family borrows; undefined where none has a glyph for it.
 */
export function faceFor(
  { families }: Template,
  face: string,
  codePoint: number,
  draws: Draws,
): string | undefined {
  if (draws(face, codePoint)) return face
  const [family = '', cut = 'regular'] = face.split('/')
  return families[family]?.borrowsFrom
    .map((other) => families[other]?.faces[cut as Cut].key)
    .find((key) => key !== undefined && draws(key, codePoint))
}
