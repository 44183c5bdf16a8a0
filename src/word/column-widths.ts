import type { Inline, Table } from '../model/nodes.ts'
import type { Words } from '../template/template.ts'
import { referenceText } from '../template/words.ts'
import { toTwip, type Pt } from '../unit/length.ts'

/** Width of an average letter, in em. */
const LETTER = 0.5
/** White and rules of a cell, in letters. */
const PADDING = 3
/** Letters that a column need not have room for in one line: longer words break, longer cells take more lines. */
const LONGEST_WORD = 16
const LONGEST_LINE = 60

/**
 * Widths of a table's columns in twips, whose sum is the measure: each has room for its longest word,
 * and what is over goes to those whose cells would else take several lines. `size` is that of the
 * letters.
 */
export function columnWidths(table: Table, measure: Pt, size: Pt, words: Words): readonly number[] {
  const rows = [table.head, ...table.rows]
  const columns = table.head.cells.map((_, column) =>
    rows.map((row) => printed(row.cells[column]?.children ?? [], words)),
  )
  const least = columns.map(
    (texts) => PADDING + Math.min(LONGEST_WORD, longest(texts.flatMap((text) => text.split(' ')))),
  )
  const wanted = columns.map((texts) => PADDING + Math.min(LONGEST_LINE, longest(texts)))
  const extra = wanted.map((letters, column) => Math.max(0, letters - (least[column] ?? 0)))
  const spare = Math.max(0, measure / (size * LETTER) - sum(least))
  const weights = sum(extra) > 0 ? extra : least
  const letters = least.map(
    (base, column) => base + (spare * (weights[column] ?? 0)) / sum(weights),
  )
  return roundTo(toTwip(measure), letters)
}

/** Whole parts of `total` in proportion to `shares`; the last takes what rounding leaves. */
function roundTo(total: number, shares: readonly number[]): readonly number[] {
  const all = sum(shares)
  const widths = shares.map((share) => Math.floor((share / all) * total))
  const left = total - sum(widths)
  return widths.map((width, index) => (index === widths.length - 1 ? width + left : width))
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((length, text) => Math.max(length, text.length), 0)

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)

/** The text of a cell as it is set, cross-references in full; a note's call takes about two letters. */
const printed = (nodes: readonly Inline[], words: Words): string =>
  nodes
    .map((node) => {
      if (node.type === 'crossReference') return referenceText(node, words)
      if (node.type === 'footnoteReference') return '00'
      if ('children' in node) return printed(node.children, words)
      return 'value' in node ? node.value : ' '
    })
    .join('')
