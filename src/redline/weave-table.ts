import type { Element } from 'xast'
import { align, shareOf } from './align.ts'
import { childOf, childrenOf, element, textOf, withChildren, xmlOf } from './tree.ts'
import { deletedParagraph, insertedParagraph } from './weave-paragraph.ts'
import type { Weaver } from './weaver.ts'

const LEAST_SHARED = 0.3

/** A table of both files, or of one: its rows, each kept, inserted or deleted (ECMA-376 part 1, 17.13.5.16). */
export function weaveTable(
  old: Element | undefined,
  now: Element | undefined,
  weaver: Weaver,
  weaveCell: (old: readonly Element[], now: readonly Element[]) => readonly Element[],
): Element {
  const rows = align(
    childrenOf(old, 'w:tr'),
    childrenOf(now, 'w:tr'),
    (row) => `${cellsOf(row).length} ${cellsOf(row).map(textOf).join('\u0000')}`,
    likeness,
  )
  const woven = rows.map((step) => {
    if (step.type === 'inserted') return changedRow(step.now, weaver, 'inserted')
    if (step.type === 'deleted') return changedRow(step.old, weaver, 'deleted')
    return keptRow(step.old, step.now, weaveCell)
  })
  const shape = now ?? old ?? element('w:tbl', {})
  const frame = childrenOf(shape).filter(({ name }) => name !== 'w:tr')
  return withChildren(shape, [...frame, ...woven])
}

const cellsOf = (row: Element): readonly Element[] => childrenOf(row, 'w:tc')

/** Rows of one shape: what is in their cells may differ, how they are drawn may not. */
function likeness(old: Element, now: Element): number {
  const shape = (row: Element): string =>
    [
      ...childrenOf(row, 'w:trPr'),
      ...cellsOf(row).flatMap((cell) => childrenOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')),
    ]
      .map(xmlOf)
      .join('')
  if (cellsOf(old).length !== cellsOf(now).length || shape(old) !== shape(now)) return 0
  const shared = cellsOf(old).map((cell, i) => shareOf(textOf(cell), textOf(cellsOf(now)[i]!)))
  const share = shared.reduce((sum, each) => sum + each, 0) / Math.max(1, shared.length)
  return share < LEAST_SHARED ? 0 : share
}

const keptRow = (
  old: Element,
  now: Element,
  weaveCell: (old: readonly Element[], now: readonly Element[]) => readonly Element[],
): Element => {
  let column = 0
  return withChildren(
    now,
    childrenOf(now).map((child) => {
      if (child.name !== 'w:tc') return child
      const before = cellsOf(old)[column++]
      return withChildren(child, [
        ...childrenOf(child, 'w:tcPr'),
        ...weaveCell(childrenOf(before), childrenOf(child)),
      ])
    }),
  )
}

function changedRow(row: Element, weaver: Weaver, change: 'inserted' | 'deleted'): Element {
  const mark = change === 'inserted' ? weaver.revisions.inserted() : weaver.revisions.deleted()
  const cells = cellsOf(row).map((cell) =>
    withChildren(cell, [
      ...childrenOf(cell, 'w:tcPr'),
      // The row takes its paragraphs with it: the last keeps its mark, since a cell has one.
      ...childrenOf(cell, 'w:p').map((each) =>
        change === 'inserted'
          ? insertedParagraph(each, weaver, { old: each, now: each })
          : deletedParagraph(each, weaver, { old: each, now: each }),
      ),
    ]),
  )
  const own = childrenOf(childOf(row, 'w:trPr'))
  return withChildren(row, [element('w:trPr', {}, [...own, mark]), ...cells])
}
