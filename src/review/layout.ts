import type { ParagraphKind } from '../docx-reader/revisions/revised.ts'
import type { OriginBlock } from '../origin/origin.ts'

/** What stands in its line before a block: marks of quotations, markers of lists, the label of a note. */
export function lineOpening(block: OriginBlock, source: string): string {
  const start = source.lastIndexOf('\n', block.outer.start - 1) + 1
  const before = source.slice(start, block.outer.start)
  return /^(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s|\[\^[^\]]*\]:|\[[ xX]\]\s)*$/u.test(before) ? before : ''
}

/** Where the line of a block begins, its markers included; the label of a note is not its block's. */
export function lineStart(block: OriginBlock, source: string): number {
  const opening = lineOpening(block, source)
  return opening.includes('[^') ? block.outer.start : block.outer.start - opening.length
}

/** What opens a further line, or a further paragraph, in the place of a block (CommonMark 5.1, 5.2). */
export function continuation(block: OriginBlock, source: string): string {
  const opening = lineOpening(block, source)
  if (opening.includes('[^')) return '    '
  return opening.replace(/[^>\s]/gu, ' ')
}

/** A paragraph of its own, with what parts it from the one before. */
export interface Opening {
  readonly separator: string
  /** Marker or number signs before its text. */
  readonly marker: string
  /** What opens its further lines. */
  readonly prefix: string
}

/** How a new paragraph stands after a block, by what the file makes of it. */
export function openingAfter(
  home: OriginBlock,
  homeKind: ParagraphKind | undefined,
  kind: ParagraphKind,
  source: string,
  isFirst: boolean,
): Opening {
  const around = continuation(home, source)
  const blankLine = (prefix: string): string => `\n${prefix.trimEnd()}\n${prefix}`
  if (kind.level !== undefined && home.role !== 'cell') {
    const prefix = home.quoted === true ? around : ''
    const level = Math.min(6, Math.max(2, kind.level))
    return { separator: blankLine(prefix), marker: `${'#'.repeat(level)} `, prefix }
  }
  if (kind.list !== undefined && home.item === true) {
    const opening = lineOpening(home, source)
    const deeper = kind.list.depth > (homeKind?.list?.depth ?? kind.list.depth)
    const prefix = deeper
      ? around
      : opening.replace(/(?:[-+*]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?$/u, '')
    const marker = deeper ? '- ' : nextMarker(opening)
    const spread = isSpread(home, source) ? blankLine(prefix) : `\n${prefix}`
    return { separator: spread, marker, prefix: prefix + ' '.repeat(marker.length) }
  }
  if (kind.list !== undefined)
    return {
      separator: isFirst ? blankLine(around) : `\n${around}`,
      marker: '- ',
      prefix: `${around}  `,
    }
  const isInside = home.item !== true || /^list|^footnote|^quote/u.test(kind.style)
  const prefix = isInside ? around : around.slice(0, around.lastIndexOf('>') + 1)
  return { separator: blankLine(prefix), marker: '', prefix }
}

/** The marker of the next item: a bullet again, a number one higher. */
function nextMarker(opening: string): string {
  const [, bullet, number, stop, blank = ' '] =
    /(?:([-+*])|(\d{1,9})([.)]))(\s+)(?:\[[ xX]\]\s+)?$/u.exec(opening) ?? []
  if (number !== undefined) return `${String(Number(number) + 1)}${stop ?? '.'}${blank}`
  return `${bullet ?? '-'}${blank}`
}

/** True where a blank line parts the items of the list. */
function isSpread(block: OriginBlock, source: string): boolean {
  const marker = /^[\s>]*(?:[-+*]|\d{1,9}[.)])\s/u
  const after = /^[ \t]*\n([\s>]*\n)([^\n]*)/u.exec(source.slice(block.outer.end))
  if (after !== null && marker.test(after[2] ?? '')) return true
  const [last = '', blank = '', line = ''] = source
    .slice(0, lineStart(block, source))
    .split('\n')
    .slice(-3)
    .reverse()
  return last === '' && /^[\s>]*$/u.test(blank) && marker.test(line)
}
