import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** Marks without the blank behind them, or more than the six that CommonMark 4.2 knows. One alone begins a hashtag. */
const glued = /^#{2,6}(?=[\p{L}\p{N}])|^#{7,20}(?=\s*[\p{L}\p{N}])/u
/** `{sec-x}`, `{#sec-x`, `(#sec-x)` at the end of a heading: an identifier that is not read as one. */
const braces =
  /(?<=\s)(?:\{(?:sec|fig|tbl)-[\p{L}\p{N}_-]{1,80}\}|\{#[\p{L}\p{N}_-]{1,80}|#[\p{L}\p{N}_-]{1,80}\})\s*$/u

/** Headings that are printed with their marks or identifiers, since a blank, a mark or a brace is wrong. */
export const brokenHeading: Check = (chapter) => {
  const { prose, text } = chapter.written
  const { at } = groundOf(chapter)
  return prose.flatMap((block): Diagnostic[] => {
    const offset = block.position.start.offset
    const found = block.place === 'heading' ? braces.exec(block.text) : glued.exec(block.text)
    if (found === null || (block.place !== 'heading' && block.place !== 'paragraph')) return []
    const spelled = found[0].trimEnd()
    const start = offset + found.index
    // An escaped mark is meant as it stands.
    if (!text.startsWith(spelled, start)) return []
    const isHead = block.place === 'heading'
    return [
      diagnose('broken-heading', {
        file: chapter.file,
        position: at(start, start + spelled.length),
        message: isHead
          ? `\`${spelled}\` is no identifier, and is printed in the heading`
          : spelled.length > 6
            ? `a heading has at most six marks, and this line ${spelled.length}`
            : `no blank stands behind \`${spelled}\`, and the line is no heading`,
        help: isHead
          ? `write \`{#${spelled.replace(/[{}#]/g, '')}}\``
          : spelled.length > 6
            ? 'write as many `#` as its level has'
            : `write \`${spelled} \``,
        ...(isHead || spelled.length > 6
          ? {}
          : { fix: [{ start, end: start + spelled.length, text: `${spelled} ` }] }),
      }),
    ]
  })
}
