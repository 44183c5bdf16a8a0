import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { faceFor } from '../../template/borrow.ts'
import type { Template } from '../../template/template.ts'
import type { ParagraphRun } from '../line/paragraph.ts'
import type { Typesetter } from '../type/open-type.ts'
import type { SetLines } from './composer.ts'

/** Where a run goes on in another face. */
interface Turn {
  readonly at: number
  readonly face: string
}

/**
 * Lets `setLines` borrow from other families what a face cannot draw, and reports each character
 * that none can, once. The check has looked at the manuscript before; what the template's own words
 * and slots bring in is met here first. Every run of every paragraph goes through it, so that no
 * text can be missed. `drawn` is kept for the next chapter: by face, 1 for each UTF-16 unit that it
 * is known to draw.
 */
export function watchGlyphs(
  setLines: SetLines,
  typesetter: Typesetter,
  template: Template,
  file: string | undefined,
  report: (finding: Diagnostic) => void,
  drawn: Map<string, Uint8Array>,
): SetLines {
  const seen = new Set<string>()
  const draws = (face: string, codePoint: number): boolean =>
    typesetter.missingGlyphs(String.fromCodePoint(codePoint), face).length === 0
  const look = (run: ParagraphRun): readonly ParagraphRun[] => {
    const { text, face } = run
    const units = drawn.get(face) ?? new Uint8Array(0x10000)
    drawn.set(face, units)
    let at = 0
    while (at < text.length && units[text.charCodeAt(at)] === 1) at++
    if (at === text.length) return [run]
    const missing = typesetter.missingGlyphs(text, face)
    const turns: Turn[] = [{ at: 0, face }]
    let index = 0
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      const isMissing = missing.includes(code)
      // A surrogate says nothing of the character that it is half of.
      if (code < 0x10000 && !isMissing) units[code] = 1
      const other = isMissing ? faceFor(template, face, code, draws) : face
      if (other === undefined && !seen.has(character)) report(missingGlyph(character, run, file))
      if (other === undefined) seen.add(character)
      const drawnBy = other ?? face
      if (drawnBy !== turns.at(-1)?.face) turns.push({ at: index, face: drawnBy })
      index += character.length
    }
    return partsOf(run, turns)
  }
  return (runs, settings) => {
    const { label } = settings
    const own = runs.flatMap(look)
    if (label === undefined) return setLines(own, settings)
    return setLines(own, { ...settings, label: { ...label, runs: label.runs.flatMap(look) } })
  }
}

/** A run cut where its face changes; each part knows where it begins in the Book. */
const partsOf = (run: ParagraphRun, turns: readonly Turn[]): readonly ParagraphRun[] =>
  turns
    .map(({ at, face }, i): ParagraphRun => {
      const { begins, text } = run
      return {
        ...run,
        text: text.slice(at, turns[i + 1]?.at ?? text.length),
        face,
        ...(begins !== undefined && { begins: { ...begins, index: begins.index + at } }),
      }
    })
    .filter(({ text }) => text !== '')

function missingGlyph(character: string, run: ParagraphRun, file: string | undefined): Diagnostic {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return diagnose('missing-glyph', {
    ...(file !== undefined && { file }),
    position: run.position,
    message: `the face \`${run.face}\` has no glyph for \`${character}\` (U+${code})`,
    help: 'write it with other characters, or let the family in the template borrow from one that has it',
  })
}
