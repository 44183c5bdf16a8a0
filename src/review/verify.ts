import type { Origin, OriginBlock } from '../origin/origin.ts'
import type { FinalParagraph } from './weave.ts'

/** A paragraph of the file that the Markdown does not print as it stands there. */
export interface Misprint {
  readonly text: string
  /** The block of the manuscript near which it stands. */
  readonly near?: OriginBlock
}

/**
 * Holds what the patched Markdown prints against what the file says, paragraph by paragraph, white
 * space, calls and references aside: what was written as marks and is read as words, or the other way
 * round, is found whatever its cause.
 */
export function misprints(wanted: readonly FinalParagraph[], printed: Origin): readonly Misprint[] {
  const sources = new Map(printed.chapters.map(({ id, text }) => [id, text]))
  const left = new Map<string, number>()
  for (const { pieces, chapter } of printed.blocks) {
    const source = sources.get(chapter) ?? ''
    const text = bare(
      pieces
        .filter(({ reference }) => reference === undefined)
        .map((piece) => piece.text ?? source.slice(piece.start, piece.end))
        .join(''),
    )
    left.set(text, (left.get(text) ?? 0) + 1)
  }
  const missing = wanted.filter((paragraph) => {
    const text = textOf(paragraph)
    const count = left.get(text) ?? 0
    if (count > 0) left.set(text, count - 1)
    return text !== '' && count === 0
  })
  // Paragraphs that became one, as in a cell, say the same together.
  const rest = [...left].flatMap(([text, count]) => Array.from({ length: count }, () => text))
  if (sorted(missing.map(textOf).join('')) === sorted(rest.join(''))) return []
  return missing.map((paragraph) => {
    const near = paragraph.atoms.find(({ base }) => base !== undefined)?.base?.block
    const text = paragraph.atoms.map((atom) => atom.text).join('')
    return { text, ...(near !== undefined && { near }) }
  })
}

const textOf = ({ atoms }: FinalParagraph): string =>
  bare(
    atoms
      .filter(({ type, base }) => type === 'character' && base?.piece.reference === undefined)
      .map(({ text }) => text)
      .join(''),
  )

const bare = (text: string): string => text.replace(/[\s\u00A0]+/gu, '')

const sorted = (text: string): string => [...text].sort().join('')
