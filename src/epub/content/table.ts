import type { Element, Properties } from 'hast'
import { h } from 'hastscript'
import type { Alignment, Table, TableCell } from '../../model/nodes.ts'
import { inlineText } from '../../model/text.ts'
import { caption } from './caption.ts'
import { floatId } from './float-id.ts'
import { breaksBeforeBlock, inlines } from './inlines.ts'
import type { State } from './state.ts'

/**
 * A table with header cells that name their columns (WCAG 2.2, 1.3.1), in a box that scrolls where the
 * table is wider than the page. The box takes the focus, so that a keyboard can scroll it (2.1.1), and
 * so it needs a role and a name (4.1.2).
 */
export function table(state: State, node: Table): Element {
  const { words } = state
  const name = node.number === undefined ? words.table : `${words.table} ${node.number}`
  const id = floatId(node)
  const anchor = id === undefined ? {} : { id }
  const label = node.number === undefined ? undefined : name
  return h(
    'div',
    { className: ['table'], ...anchor, role: 'group', ariaLabel: name, tabIndex: 0 },
    [
      ...breaksBeforeBlock(state, node),
      h('table', [
        ...caption(state, 'caption', label, node.caption),
        h(
          'thead',
          h(
            'tr',
            node.head.cells.map((cell, at, { length }) =>
              headCell(state, cell, classes(cell, length, node.align[at])),
            ),
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
                    row.cells.map((cell, at, { length }) =>
                      bodyCell(state, cell, classes(cell, length, node.align[at])),
                    ),
                  ),
                ),
              ),
            ]),
      ]),
    ],
  )
}

/** An empty cell of the head is no header of anything. */
function headCell(state: State, cell: TableCell, properties: Properties): Element {
  if (cell.children.length === 0) return h('td')
  return h('th', { scope: 'col', ...properties }, inlines(state, cell.children))
}

function bodyCell(state: State, cell: TableCell, properties: Properties): Element {
  return h('td', properties, inlines(state, cell.children))
}

function classes(cell: TableCell, columns: number, align: Alignment | undefined): Properties {
  const className = [
    ...(align === undefined ? [] : [`align-${align}`]),
    ...(isShort(inlineText(cell.children), columns) ? ['short'] : []),
  ]
  return className.length === 0 ? {} : { className }
}

/** Characters of a table's type that a small screen shows on a line; taken by the white of a column. */
const LINE = 60
const GAP = 3

/**
 * True for what is not parted over lines: a word with its number ("Item 10"), a date or name, as far
 * as the columns then still fit a small screen.
 */
function isShort(text: string, columns: number): boolean {
  if (!/\s/u.test(text)) return false
  if (/^\p{L}{1,8}\.?\s\p{N}{1,4}$/u.test(text)) return true
  return text.length <= Math.min(14, Math.floor(LINE / columns) - GAP)
}
