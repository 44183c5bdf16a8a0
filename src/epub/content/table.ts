import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Alignment, Table, TableCell } from '../../model/nodes.ts'
import { idOf } from '../ids.ts'
import { caption } from './caption.ts'
import { inlines } from './inlines.ts'
import type { State } from './state.ts'

/**
 * A table with header cells that name their columns (WCAG 2.2, 1.3.1), in a box that scrolls where the
 * table is wider than the page. The box takes the focus, so that a keyboard can scroll it (2.1.1), and
 * so it needs a role and a name (4.1.2).
 */
export function table(state: State, node: Table): Element {
  const { words } = state
  const name = node.number === undefined ? words.table : `${words.table} ${node.number}`
  const anchor = node.anchor === undefined ? {} : { id: idOf(node.anchor) }
  const label = node.number === undefined ? undefined : name
  return h(
    'div',
    { className: ['table'], ...anchor, role: 'group', ariaLabel: name, tabIndex: 0 },
    [
      h('table', [
        ...caption(state, 'caption', label, node.caption),
        h(
          'thead',
          h(
            'tr',
            node.head.cells.map((cell, at) => headCell(state, cell, node.align[at])),
          ),
        ),
        ...(node.rows.length === 0
          ? []
          : [
              h(
                'tbody',
                node.rows.map((row) =>
                  h(
                    'tr',
                    row.cells.map((cell, at) => bodyCell(state, cell, node.align[at])),
                  ),
                ),
              ),
            ]),
      ]),
    ],
  )
}

/** An empty cell of the head is no header of anything. */
function headCell(state: State, cell: TableCell, align: Alignment | undefined): Element {
  if (cell.children.length === 0) return h('td')
  return h('th', { scope: 'col', ...aligned(align) }, inlines(state, cell.children))
}

function bodyCell(state: State, cell: TableCell, align: Alignment | undefined): Element {
  return h('td', aligned(align), inlines(state, cell.children))
}

const aligned = (align: Alignment | undefined): { className?: string[] } =>
  align === undefined ? {} : { className: [`align-${align}`] }
