import type { Inline, TableCell } from '../model/nodes.ts'
import type { Cut, Style, Template, Words } from '../template/template.ts'
import { referenceText } from '../template/words.ts'
import { advancesOf } from '../template/advances.ts'

/** What a cell needs, in points: all of it on one line, and its widest word. */
export interface CellWidth {
  readonly natural: number
  readonly least: number
}

/** Room for the faces that Word puts in place of those that a machine lacks: they are up to this much wider. */
const SUBSTITUTE = 1.08

/** Size of a note's call beside its text. */
const CALL = 0.65

/** Letters of an address that must stay together; Word breaks it where its line is full. */
const PIECE = 16

/** Text with its width to be: a piece of one look. */
interface Piece {
  readonly text: string
  readonly cut: Cut
  readonly family: string
  readonly scale: number
}

export function cellWidth(
  template: Template,
  style: Style,
  cell: TableCell | undefined,
  words: Words,
): CellWidth {
  const pieces = piecesOf(template, style, cell?.children ?? [], words)
  let [line, word, natural, least] = [0, 0, 0, 0]
  for (const piece of pieces) {
    for (const character of breakable(piece.text)) {
      const isBreak = character === BREAK || character === ' '
      const width = isBreak && character === BREAK ? 0 : widthOf(template, style, piece, character)
      if (character === '\n') line = 0
      else line += width
      word = isBreak || character === '\n' ? 0 : word + width
      natural = Math.max(natural, line)
      least = Math.max(least, word)
    }
  }
  return { natural: natural * SUBSTITUTE, least: least * SUBSTITUTE }
}

/** Stands where a line may end without a space; no character of any text (a private one). */
const BREAK = '\uE000'

/** A slash, an at sign, or two stops with something between them. */
const addressLike = /[/@]|\.[^.]+\.|\.{3}/u

/** Words are parted at spaces, after a hyphen or dash between letters, and within an address. */
const breakable = (text: string): string =>
  text
    .replace(/(?<=\p{L}[-–])(?=\p{L})|(?<=—)/gu, BREAK)
    .replace(/\S+/gu, (word) =>
      addressLike.test(word)
        ? word.replace(new RegExp(`.{${String(PIECE)}}`, 'gu'), (piece) => piece + BREAK)
        : word,
    )

function widthOf(
  template: Template,
  style: Style,
  { cut, family, scale }: Piece,
  character: string,
): number {
  const face = template.families[family]?.faces[cut]
  const codePoint = character.codePointAt(0) ?? 0
  const advance = face === undefined ? 0.55 : advancesOf(face.bytes)(codePoint)
  return (advance + style.tracking / 1000) * style.size * scale
}

const cuts: Readonly<Record<'strong' | 'emphasis', Readonly<Record<Cut, Cut>>>> = {
  strong: { regular: 'bold', italic: 'boldItalic', bold: 'bold', boldItalic: 'boldItalic' },
  emphasis: { regular: 'italic', italic: 'italic', bold: 'boldItalic', boldItalic: 'boldItalic' },
}

/** The text of a cell as it is set, cross-references in full, a note's call by its number. */
function piecesOf(
  template: Template,
  style: Style,
  nodes: readonly Inline[],
  words: Words,
): readonly Piece[] {
  const pieces = (children: readonly Inline[], look: Omit<Piece, 'text'>): readonly Piece[] =>
    children.flatMap((node): readonly Piece[] => {
      switch (node.type) {
        case 'text':
          return [{ ...look, text: node.value }]
        case 'inlineCode':
          return [{ ...look, text: node.value, family: template.styles.code.family }]
        case 'break':
          return [{ ...look, text: '\n' }]
        case 'crossReference':
          return [{ ...look, text: referenceText(node, words) }]
        case 'footnoteReference':
          return [{ ...look, text: node.number, scale: CALL }]
        case 'strong':
        case 'emphasis':
          return pieces(node.children, { ...look, cut: cuts[node.type][look.cut] })
        case 'delete':
        case 'link':
          return pieces(node.children, look)
      }
    })
  return pieces(nodes, { cut: style.cut, family: style.family, scale: 1 })
}
