import type { Look, ParagraphKind, Revision } from '../docx-reader/revisions/revised.ts'
import type { OriginBlock, OriginPiece } from '../origin/origin.ts'

/** The smallest thing that an editor can change: a character, a call, a reference, a picture, or the end of a paragraph. */
export interface BaseAtom {
  readonly type: 'character' | 'call' | 'reference' | 'picture' | 'end'
  readonly block: OriginBlock
  readonly piece: OriginPiece
  readonly start: number
  readonly end: number
  /** Printed text; of a reference, all its words; empty for calls and ends. */
  readonly text: string
  /** Anchor of the note that it calls. */
  readonly note?: string
}

/** The same in the file that came back. */
export interface EditedAtom {
  readonly type: BaseAtom['type']
  readonly text: string
  readonly look: Look
  readonly was?: { readonly look: Look; readonly revision: Revision }
  readonly link?: string
  readonly language?: string
  /** Anchor of a note of the manuscript, or `new:` and the `w:id` of one that is new. */
  readonly note?: string
  readonly inserted?: Revision
  readonly deleted?: Revision
  /** Of an end: what the paragraph is that it ends. */
  readonly kind?: ParagraphKind
  readonly kindWas?: { readonly kind: ParagraphKind; readonly revision: Revision }
}

/** What a block prints, and its end. */
export function baseAtoms(block: OriginBlock, source: string): readonly BaseAtom[] {
  const atoms: BaseAtom[] = []
  for (const piece of block.pieces) {
    const whole = { block, piece, start: piece.start, end: piece.end }
    if (piece.call !== undefined) atoms.push({ type: 'call', ...whole, text: '', note: piece.call })
    else if (piece.picture === true) atoms.push({ type: 'picture', ...whole, text: '' })
    else if (piece.reference === 'live')
      atoms.push({ type: 'reference', ...whole, text: piece.text ?? '' })
    else if (piece.text !== undefined)
      for (const text of piece.text) atoms.push({ type: 'character', ...whole, text })
    else {
      let at = piece.start
      for (const text of source.slice(piece.start, piece.end)) {
        const start = at
        at += text.length
        atoms.push({ type: 'character', block, piece, start, end: at, text })
      }
    }
  }
  const { end } = block.content
  return [...atoms, { type: 'end', block, piece: { start: end, end }, start: end, end, text: '' }]
}

/** By what two atoms are the same to a reader. */
export const keyOf = ({ type, text, note }: Pick<BaseAtom, 'type' | 'text' | 'note'>): string => {
  switch (type) {
    case 'character':
      return text === '\u00A0' || text === '\t' ? ' ' : text
    case 'call':
      return `\0call ${note ?? ''}`
    case 'reference':
    case 'picture':
    case 'end':
      return `\0${type}`
  }
}

/** Printed text of some atoms, for people. */
export const textOfAtoms = (atoms: readonly Pick<BaseAtom, 'type' | 'text'>[]): string =>
  atoms.map(({ type, text }) => (type === 'end' ? ' ¶ ' : text)).join('')
