import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { ParagraphRun } from '../line/paragraph.ts'
import type { Typesetter } from '../type/open-type.ts'
import type { SetLines } from './composer.ts'

/**
 * Lets `setLines` report each character that its face cannot draw, once. The check has looked at the
 * manuscript before; what the template's own words and slots bring in is met here first. Every run
 * of every paragraph goes through it, so that no text can be missed. `drawn`
 * is kept for the next chapter: by face, 1 for each UTF-16 unit that it is known to draw.
 */
export function watchGlyphs(
  setLines: SetLines,
  typesetter: Typesetter,
  file: string | undefined,
  report: (finding: Diagnostic) => void,
  drawn: Map<string, Uint8Array>,
): SetLines {
  const seen = new Set<string>()
  const look = (run: ParagraphRun): void => {
    const { text, face } = run
    const units = drawn.get(face) ?? new Uint8Array(0x10000)
    drawn.set(face, units)
    let at = 0
    while (at < text.length && units[text.charCodeAt(at)] === 1) at++
    if (at === text.length) return
    const missing = typesetter.missingGlyphs(text, face)
    for (const codePoint of missing) {
      const character = String.fromCodePoint(codePoint)
      if (!seen.has(character)) report(missingGlyph(character, run, file))
      seen.add(character)
    }
    // A surrogate says nothing of the character that it is half of.
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      if (code < 0x10000 && !missing.includes(code)) units[code] = 1
    }
  }
  return (runs, settings) => {
    runs.forEach(look)
    settings.label?.runs.forEach(look)
    return setLines(runs, settings)
  }
}

function missingGlyph(character: string, run: ParagraphRun, file: string | undefined): Diagnostic {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return diagnose('missing-glyph', {
    ...(file !== undefined && { file }),
    position: run.position,
    message: `the face \`${run.face}\` has no glyph for \`${character}\` (U+${code})`,
    help: 'write it with other characters, or give the template a face that has it',
  })
}
