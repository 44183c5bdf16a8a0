import type { Inline } from '../model/nodes.ts'
import type { Words } from '../template/template.ts'
import { referenceText } from '../template/words.ts'
import type { OriginMark, OriginNode, OriginPiece, OriginSpan } from './origin.ts'
import { piecesOf } from './printed.ts'

export interface InlinePieces {
  readonly pieces: readonly OriginPiece[]
  readonly nodes: readonly OriginNode[]
  /** False where some printed text was not found in the source. */
  readonly isWhole: boolean
}

/** What some inlines print, each piece at its place in the source. */
export function inlinePieces(
  inlines: readonly Inline[],
  source: string,
  words: Words,
): InlinePieces {
  const pieces: OriginPiece[] = []
  const nodes: OriginNode[] = []
  let isWhole = true
  /** Texts of one node, parted by the scripts of their letters, share its place. */
  let cursor = 0

  const put = (piece: OriginPiece): void => {
    pieces.push(piece)
    cursor = Math.max(cursor, piece.end)
  }
  const printed = (span: OriginSpan, value: string, reading: 'text' | 'code'): void => {
    const found = piecesOf(source, Math.max(span.start, cursor), span.end, value, reading)
    if (found === undefined) {
      isWhole = false
      put({ ...span, text: value })
      return
    }
    found.pieces.forEach(put)
  }
  const around = (type: OriginMark, node: Inline & { children: readonly Inline[] }): void => {
    const [first, last] = [node.children[0], node.children.at(-1)]
    if (first === undefined || last === undefined) return
    const span = spanOf(node)
    const inner =
      node.type === 'link'
        ? {
            start: source.startsWith('[', span.start)
              ? span.start + 1
              : first.position.start.offset,
            end: last.position.end.offset,
          }
        : insideMarks(span, type === 'emphasis' ? 1 : type === 'strong' ? 2 : tildes(source, span))
    nodes.push({ type, ...span, inner, ...(node.type === 'link' && { url: node.url }) })
    node.children.forEach(visit)
  }

  function visit(node: Inline): void {
    const span = spanOf(node)
    switch (node.type) {
      case 'text':
        return printed(span, node.value, 'text')
      case 'inlineCode': {
        const inner = codeInside(source, span)
        nodes.push({ type: 'code', ...span, inner })
        printed(inner, node.value, 'code')
        return
      }
      case 'break':
        return put({ ...span, text: '\n' })
      case 'footnoteReference':
        return put({ ...span, text: '', call: node.note })
      case 'crossReference': {
        const inside = node.inside ?? ''
        const end = source.startsWith(inside, span.end) ? span.end + inside.length : span.end
        const isLive = node.page || node.kind === 'section' || node.number !== undefined
        return put({
          start: span.start,
          end,
          text: node.page ? pageText(node.bare, words) : referenceText(node, words),
          reference: isLive && node.anchor !== undefined ? 'live' : 'words',
        })
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        return around(node.type, node)
    }
  }
  inlines.forEach(visit)
  return { pieces, nodes, isWhole }
}

/** A page reference in an edition whose program fills in the page. */
const pageText = (isBare: boolean, words: Words): string => (isBare ? '1' : `${words.page}\u00A01`)

export const spanOf = ({
  position,
}: {
  readonly position: {
    readonly start: { readonly offset: number }
    readonly end: { readonly offset: number }
  }
}): OriginSpan => ({ start: position.start.offset, end: position.end.offset })

/** Between marks that are alike on both sides. */
const insideMarks = ({ start, end }: OriginSpan, length: number): OriginSpan => ({
  start: start + length,
  end: end - length,
})

/** A deletion stands between one or two on each side (GFM 6.5). */
const tildes = (source: string, { start }: OriginSpan): number =>
  source.startsWith('~~', start) ? 2 : 1

/** Between the backticks, without the space that parts code from them (CommonMark 6.1). */
function codeInside(source: string, { start, end }: OriginSpan): OriginSpan {
  const fence = /^`+/u.exec(source.slice(start, end))?.[0].length ?? 0
  return { start: start + fence, end: end - fence }
}
